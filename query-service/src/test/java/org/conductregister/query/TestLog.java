package org.conductregister.query;

import static java.util.stream.Collectors.toMap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.Recorded;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.keys.SealedFacts;
import org.conductregister.keys.TestKeys;

/** A log to which facts are added as if the command side had accepted them. */
public final class TestLog implements AutoCloseable {

    private final OrderedEventStorageEngine engine;
    private final Map<RecordId, Long> sequences = new HashMap<>();
    private final Runnable closing;

    /** A log of its own, in memory. */
    public TestLog() {
        this(pool("jdbc:sqlite::memory:", 1));
    }

    private TestLog(HikariDataSource pool) {
        this(engineIn(pool), pool::close);
    }

    /** Adds to a log that is there already. */
    public TestLog(OrderedEventStorageEngine engine) {
        this(engine, () -> {});
    }

    private TestLog(OrderedEventStorageEngine engine, Runnable closing) {
        this.engine = engine;
        this.closing = closing;
    }

    /** A log in a database of its own. */
    public static TestLog at(String url) {
        return new TestLog(pool(url, 4));
    }

    private static HikariDataSource pool(String url, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    public static TestLog in(DataSource database) {
        return in(database, TestKeys.sealed());
    }

    /** A log whose texts are sealed with these keys. */
    public static TestLog in(DataSource database, SealedFacts sealed) {
        return new TestLog(engineIn(database, sealed));
    }

    private static OrderedEventStorageEngine engineIn(DataSource database) {
        return engineIn(database, TestKeys.sealed());
    }

    private static OrderedEventStorageEngine engineIn(DataSource database, SealedFacts sealed) {
        EventTable.createIn(database);
        return new OrderedEventStorageEngine(
                database,
                serializer(),
                Upcasters.chain(),
                sealed,
                LogClock.own(Clock.systemUTC()),
                1_000,
                AppendLimits.USUAL,
                AppendGuard.NONE);
    }

    public static FactSerializer serializer() {
        return new FactSerializer(
                FactJson.mapper(),
                FactType.all().stream()
                        .collect(toMap(
                                type -> new StoredType(type.storedName(), type.storedRevision()), FactType::javaType)));
    }

    public OrderedEventStorageEngine engine() {
        return engine;
    }

    /** Records facts of one record together. */
    public List<Recorded> add(RecordId record, Fact... facts) {
        var events = Arrays.stream(facts).map(fact -> event(record, fact)).toList();
        return add(events);
    }

    /** Records events together: at one instant. */
    public List<Recorded> add(List<? extends DomainEventMessage<?>> events) {
        engine.appendEvents(events);
        var ids = events.stream().map(DomainEventMessage::getIdentifier).toList();
        return engine.log().recorded(ids);
    }

    /** The next event of a record, to be recorded with others. */
    public DomainEventMessage<Fact> event(RecordId record, Fact fact) {
        return event(record, EntryId.random(), fact);
    }

    public DomainEventMessage<Fact> event(RecordId record, EntryId id, Fact fact) {
        long sequence = sequences.merge(record, 0L, (last, zero) -> last + 1);
        return new GenericDomainEventMessage<>(
                record.kind().word(),
                record.toString(),
                sequence,
                fact,
                MetaData.with("recordedBy", "handler").and("correlationId", "call-1"),
                id.toString(),
                Instant.EPOCH);
    }

    public List<Recorded> addAll(List<? extends DomainEventMessage<?>> events, int together) {
        var all = new ArrayList<Recorded>();
        for (int from = 0; from < events.size(); from += together) {
            all.addAll(add(events.subList(from, Math.min(events.size(), from + together))));
        }
        return all;
    }

    @Override
    public void close() {
        closing.run();
    }
}
