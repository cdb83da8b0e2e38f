package org.conductregister.integrity.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.LogInstants;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.SealingRules;
import org.conductregister.integrity.Verdict;
import org.conductregister.tlog.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingHouseTest {

    @TempDir
    Path directory;

    /** A register's log with what seals it. */
    private final class House implements AutoCloseable {

        final HikariDataSource database;
        final OrderedEventStorageEngine engine;
        final Path sealing;
        final LogSealer sealer;

        House(String name, Store kind) throws IOException {
            sealing = Files.createDirectory(directory.resolve(name));
            if (Files.exists(directory.resolve("key"))) {
                Files.copy(directory.resolve("key"), sealing.resolve("signing-key"));
            }
            database = Store.pool(kind.newUrl(directory));
            engine = Store.engine(database, Clock.systemUTC());
            sealer = new LogSealer(
                    new StoredRows(database),
                    new SealingRules(
                            sealing, sealing.resolve("signing-key"), "register/moving", Duration.ofHours(1), 100),
                    Clock.systemUTC());
        }

        void record(int entries) throws SQLException {
            long first = engine.log().lastPosition();
            for (long i = first; i < first + entries; i++) {
                engine.appendEvents(TestFact.seen("Percy \"the\u00E9\" " + i, 0));
            }
            try (Connection connection = database.getConnection()) {
                Database.of(connection).beginAppend(connection);
                LogInstants.next(connection, LogClock.own(Clock.systemUTC()));
                connection.commit();
                connection.setAutoCommit(true);
            }
        }

        Path export(String name) throws Exception {
            Path file = directory.resolve(name);
            new LogExport(database, new StoredRows(database), sealer, List.of()).write(file);
            return file;
        }

        boolean take(Path file) throws IOException {
            var log = ExportedLog.open(file);
            return sealer.moveIn(
                    () -> {
                        try {
                            new LogImport(engine, List.of()).take(log, log.verifierKey());
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    log.heads());
        }

        @Override
        public void close() {
            sealer.close();
            database.close();
        }
    }

    @Test
    void fromSqliteToPostgresqlAndBackTheBytesAndTheCheckpointsAreTheSame() throws Exception {
        Files.writeString(
                directory.resolve("key"), SignerKey.generate("register/moving").lines());
        try (var first = new House("first", Store.SQLITE);
                var second = new House("second", Store.POSTGRESQL);
                var third = new House("third", Store.SQLITE)) {
            first.record(230);
            first.sealer.sealNow();
            first.record(20);
            Path one = first.export("one.ndjson.gz");
            assertThat(second.take(one)).isTrue();
            Path two = second.export("two.ndjson.gz");
            assertThat(third.take(two)).isTrue();
            Path three = third.export("three.ndjson.gz");

            assertThat(two).hasSameBinaryContentAs(one);
            assertThat(three).hasSameBinaryContentAs(one);
            assertThat(second.engine.log().from(1, 1_000).toList())
                    .isEqualTo(first.engine.log().from(1, 1_000).toList());
            for (var house : List.of(second, third)) {
                assertThat(notes(house)).isEqualTo(notes(first));
                assertThat(house.sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
                assertThat(house.engine.log().latestBeside())
                        .isEqualTo(first.engine.log().latestBeside());
            }
            third.record(1);
            third.sealer.sealNow();
            assertThat(third.sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
        }
    }

    private static List<String> notes(House house) {
        return house.sealer.allHeads().stream()
                .map(SealedHead::note)
                .map(Object::toString)
                .toList();
    }

    @Test
    void withAnotherKeyTheTreeIsTheSameAndTheHeadsAreItsOwn() throws Exception {
        try (var first = new House("first", Store.SQLITE);
                var second = new House("second", Store.SQLITE)) {
            first.record(7);

            assertThat(second.take(first.export("one.ndjson.gz"))).isFalse();

            assertThat(second.sealer.head().orElseThrow().checkpoint().root())
                    .isEqualTo(first.sealer.head().orElseThrow().checkpoint().root());
            assertThat(second.sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
        }
    }

    @Test
    void aLogIsTakenIntoAnEmptyRegisterOnly() throws Exception {
        try (var first = new House("first", Store.SQLITE);
                var second = new House("second", Store.SQLITE)) {
            first.record(3);
            second.record(1);
            Path file = first.export("one.ndjson.gz");

            assertThatIllegalStateException().isThrownBy(() -> second.take(file));
            assertThat(second.engine.log().lastPosition()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatWasAlteredIsRefusedWhole() throws Exception {
        try (var first = new House("first", Store.SQLITE);
                var second = new House("second", Store.SQLITE)) {
            first.record(30);
            Path file = first.export("one.ndjson.gz");
            List<UnaryOperator<String>> alterations = List.of(
                    text -> text.replaceFirst("grey", "gray"),
                    text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1),
                    text -> text.replaceFirst("\\{\"position\":7,[^\n]*\n", ""),
                    text -> text.replaceFirst("\"table\":\"LogInstant\"", "\"table\":\"LogInstants\""));
            for (UnaryOperator<String> alteration : alterations) {
                Path altered = directory.resolve("altered.ndjson.gz");
                rewrite(file, altered, alteration);

                assertThatExceptionOfType(LogRefusedException.class)
                        .isThrownBy(() -> second.take(altered))
                        .matches(refusal -> refusal.code().equals("EXPORT_ALTERED"));
            }
            assertThat(second.engine.log().lastPosition()).isZero();
            assertThat(second.take(file)).isFalse();
        }
    }

    private static void rewrite(Path file, Path altered, UnaryOperator<String> alteration) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file));
                var out = new GZIPOutputStream(Files.newOutputStream(altered))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String changed = alteration.apply(text);
            assertThat(changed).isNotEqualTo(text);
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
    }
}
