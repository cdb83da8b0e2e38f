package org.conductregister.keys;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Grounds;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store of keys that was put back from an older copy follows the log, and so never brings back what was erased. */
class ErasuresAgainTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final String CASE = "case/LAN-1";
    private static final String OTHER = "case/LAN-2";

    @TempDir
    Path directory;

    private int sequence;

    private static OrderedEventStorageEngine engine(HikariDataSource database, DataKeys keys) {
        EventTable.createIn(database);
        var serializer = new FactSerializer(
                FactJson.mapper(),
                FactType.all().stream()
                        .collect(toMap(
                                type -> new StoredType(type.storedName(), type.storedRevision()), FactType::javaType)));
        return new OrderedEventStorageEngine(
                database,
                serializer,
                Upcasters.chain(),
                new SealedFacts(keys),
                LogClock.own(Clock.systemUTC()),
                1_000,
                AppendLimits.USUAL,
                AppendGuard.NONE);
    }

    private DomainEventMessage<Fact> event(String record, Fact fact) {
        return new GenericDomainEventMessage<>(
                "case",
                record,
                sequence++,
                fact,
                MetaData.with("recordedBy", "handler").and("correlationId", "call-1"),
                UUID.randomUUID().toString(),
                Instant.EPOCH);
    }

    private static NoteAdded note(String text) {
        return new NoteAdded(DAY, new FreeText(text), null);
    }

    @ParameterizedTest
    @EnumSource
    void keysThatCameBackAreErasedAgainFromTheLog(Store in) {
        try (var log = Store.pool(in.newUrl(directory));
                var live = Store.pool(Store.sqliteUrl(directory.resolve("keys.db")));
                var copied = Store.pool(Store.sqliteUrl(directory.resolve("older-keys.db")))) {
            var store = KeyStore.in(live);
            var keys = DataKeys.of(store, TestKeys.OPEN, Clock.systemUTC());
            var engine = engine(log, keys);
            engine.appendEvents(List.of(event(CASE, note("Quillfeather")), event(OTHER, note("marmalade"))));
            var older = KeyStore.in(copied);
            older.add(store.find(Set.of(CASE, OTHER)));
            var again = DataKeys.of(older, TestKeys.OPEN, Clock.systemUTC());
            assertThat(ErasuresAgain.run(log, older, again)).isZero();
            assertThat(texts(engine(log, again))).contains("Quillfeather", "marmalade");
            keys.erase(
                    DataKeys.subjectsOf(CASE),
                    () -> engine.appendEvents(
                            List.of(event(CASE, new PersonalDataErased(DAY, new Grounds("the period has ended"))))));

            assertThat(ErasuresAgain.run(log, older, again)).isEqualTo(1);
            assertThat(ErasuresAgain.run(log, older, again)).isZero();

            assertThat(older.find(Set.of(CASE)).getFirst().wrapped()).isNull();
            assertThat(older.erasuresAppliedUpTo()).isEqualTo(3);
            assertThat(texts(engine(log, again))).contains("marmalade").doesNotContain("Quillfeather");
        }
    }

    private static String texts(OrderedEventStorageEngine engine) {
        try (var events = engine.readEvents(null, false)) {
            return events.map(event -> FactJson.mapper().writeValueAsString(event.getPayload()))
                    .toList()
                    .toString();
        }
    }
}
