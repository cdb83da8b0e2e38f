package org.conductregister.command.entries;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.conductregister.command.cases.CaseFacts;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.officers.OfficerFacts;
import org.conductregister.command.recommendations.RecommendationFacts;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.keys.TestKeys;
import org.conductregister.platform.Provenance;

/** Records in an event file of their own, without the service around them. Closing it leaves the file. */
final class StoredRecords implements AutoCloseable {

    static final Provenance BY = new Provenance("handler", "test");

    private static final List<Records> KINDS =
            List.of(CaseFacts.records(), OfficerFacts.records(), RecommendationFacts.records());

    private final HikariDataSource connections;
    private final OrderedEventStorageEngine engine;
    private final EmbeddedEventStore store;

    StoredRecords(Path directory) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + directory.resolve("events.db"));
        config.setMaximumPoolSize(4);
        connections = new HikariDataSource(config);
        EventTable.createIn(connections);
        var types = FactType.all().stream()
                .collect(Collectors.<FactType, StoredType, Class<?>>toMap(
                        type -> new StoredType(type.storedName(), type.storedRevision()), FactType::javaType));
        engine = new OrderedEventStorageEngine(
                connections,
                new FactSerializer(FactJson.mapper(), types),
                Upcasters.chain(),
                TestKeys.sealed(),
                LogClock.own(Clock.systemUTC()),
                100,
                AppendLimits.USUAL,
                AppendGuard.NONE);
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** An empty ledger of a kind of record. */
    static Ledger<?> ledger(RecordKind kind) {
        return KINDS.stream()
                .filter(records -> records.kind() == kind)
                .findFirst()
                .orElseThrow()
                .emptyLedger();
    }

    Ledgers ledgers() {
        return new Ledgers(store, log(), KINDS);
    }

    EventLog log() {
        return engine.log();
    }

    /** Records facts as they are, under new identifiers. */
    List<Entry> record(RecordId record, Fact... facts) {
        var entries = new ArrayList<Entry>();
        for (var fact : facts) {
            entries.add(new Entry(EntryId.random(), record, fact));
        }
        record(record, entries);
        return entries;
    }

    /** Records entries as they are: no rule is asked. */
    void record(RecordId record, List<Entry> entries) {
        long sequence = store.lastSequenceNumberFor(record.toString()).orElse(-1L);
        var events = new ArrayList<GenericDomainEventMessage<Fact>>();
        for (var entry : entries) {
            var message = new GenericMessage<>(entry.entryId().toString(), entry.fact(), BY.metaData());
            events.add(new GenericDomainEventMessage<>(
                    record.kind().word(), record.toString(), ++sequence, message, Instant::now));
        }
        store.publish(events);
    }

    @Override
    public void close() {
        store.shutDown();
        connections.close();
    }
}
