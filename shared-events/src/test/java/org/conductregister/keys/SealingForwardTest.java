package org.conductregister.keys;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.SealingForward;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was written before there were keys is brought forward: nothing of it is lost, and no text is left in clear. */
class SealingForwardTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final String TEXT = "Zebedee Quillfeather was in the yard";
    private static final int ENTRIES = 2_500;

    @TempDir
    Path directory;

    private final SealedFacts sealed = new SealedFacts(TestKeys.newKeys());

    private HikariDataSource ofTheVersionBefore() throws Exception {
        var file = directory.resolve("events.db");
        try (var connection = DriverManager.getConnection(Store.sqliteUrl(file))) {
            new Sqlite(List.of(
                            Database.script("schema-sqlite-1.sql"),
                            Database.script("schema-sqlite-2.sql"),
                            Database.script("schema-sqlite-3.sql")))
                    .createTable(connection);
        }
        return Store.pool(Store.sqliteUrl(file));
    }

    private static OrderedEventStorageEngine engine(HikariDataSource database, PayloadSeal seal) {
        var serializer = new FactSerializer(
                FactJson.mapper(),
                FactType.all().stream()
                        .collect(toMap(
                                type -> new StoredType(type.storedName(), type.storedRevision()), FactType::javaType)));
        return new OrderedEventStorageEngine(
                database,
                serializer,
                Upcasters.chain(),
                seal,
                LogClock.own(Clock.systemUTC()),
                1_000,
                AppendLimits.USUAL,
                AppendGuard.NONE);
    }

    private static DomainEventMessage<Fact> event(int number, Fact fact) {
        return new GenericDomainEventMessage<>(
                "case",
                "case/LAN-" + number / 10,
                number % 10,
                fact,
                MetaData.with("recordedBy", "handler"),
                UUID.randomUUID().toString(),
                Instant.EPOCH);
    }

    private static Fact fact(int number) {
        return number % 3 == 0
                ? new CaseClosed(DAY, null)
                : new NoteAdded(DAY, new FreeText(TEXT + " " + number), null);
    }

    @Test
    void textsAreSealedAndEverythingElseStays() throws Exception {
        List<StoredEvent> before;
        try (var database = ofTheVersionBefore()) {
            var events = new ArrayList<DomainEventMessage<Fact>>();
            for (int i = 0; i < ENTRIES; i++) {
                events.add(event(i, fact(i)));
            }
            var engine = engine(database, PayloadSeal.NONE);
            engine.appendEvents(events);
            before = engine.log().from(1, Long.MAX_VALUE).toList();
        }
        assertThat(bytesOnDisk()).contains(TEXT);

        try (var database = Store.pool(Store.sqliteUrl(directory.resolve("events.db")))) {
            EventTable.createIn(database);
            assertThat(SealingForward.run(database, sealed::sealedAnew)).isEqualTo(ENTRIES);
            assertThat(SealingForward.run(database, sealed::sealedAnew))
                    .as("once is enough")
                    .isZero();

            var engine = engine(database, sealed);
            assertThat(engine.log().checkAll()).isEmpty();
            assertThat(engine.log().from(1, Long.MAX_VALUE))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("payload")
                    .isEqualTo(before);
            assertThat(engine.log().from(1, Long.MAX_VALUE).map(StoredEvent::payload))
                    .noneMatch(payload -> payload.contains("Quillfeather"));
            var facts = new ArrayList<Object>();
            engine.readEvents(null, false).forEach(event -> facts.add(event.getPayload()));
            assertThat(facts).hasSize(ENTRIES);
            for (int i = 0; i < ENTRIES; i++) {
                assertThat(facts.get(i)).isEqualTo(fact(i));
            }
            assertThat(SealingForward.holdsAnythingSealed(database)).isTrue();
        }
        assertThat(bytesOnDisk()).doesNotContain("Quillfeather");
    }

    @Test
    void aNewLogHasNothingToBringForward() throws Exception {
        try (var database = Store.pool(Store.SQLITE.newUrl(directory))) {
            EventTable.createIn(database);

            assertThat(SealingForward.run(database, sealed::sealedAnew)).isZero();
            assertThat(SealingForward.holdsAnythingSealed(database)).isFalse();
            assertThat(EventLog.in(database, 10).lastPosition()).isZero();
        }
    }

    private String bytesOnDisk() throws Exception {
        var all = new StringBuilder();
        try (var files = Files.list(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
