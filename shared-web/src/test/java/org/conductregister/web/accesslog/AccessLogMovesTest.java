package org.conductregister.web.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealingRules;
import org.conductregister.integrity.moving.LogRefusedException;
import org.conductregister.tlog.SignerKey;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AccessLogMovesTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final List<House> houses = new ArrayList<>();
    private LogSealer sealer;

    /** A register's access log. */
    private static final class House {

        final AccessLog log;
        final AccessLogMoves moves;

        House(DataSource database, Path keys) {
            var store = new AccessStore(database, TestWords.in(keys));
            log = new AccessLog(store, CLOCK, true, "one");
            moves = new AccessLogMoves(store, log);
        }

        void look(String user, @Nullable String record, String... shown) {
            append(user, record, shown);
            assertThat(log.await(LONG)).isTrue();
        }

        private void append(String user, @Nullable String record, String... shown) {
            log.append(new AccessEntry(
                    NOON, user, Action.OPENED, record, List.of(shown), "GET", "/x", null, 200, "127.0.0.1", "call-1"));
        }

        List<AccessEntry> all(AccessQuery query) {
            var found = new ArrayList<AccessEntry>();
            log.forEach(query, stored -> found.add(stored.entry()));
            return found;
        }
    }

    private House house(String name) {
        return house(new DriverManagerDataSource(
                Sqlite.url(directory.resolve(name + ".db")) + AccessLogAutoConfiguration.SETTINGS));
    }

    private House house(DataSource database) {
        var house = new House(database, directory);
        houses.add(house);
        return house;
    }

    @BeforeEach
    void open() {
        sealer = new LogSealer(
                (position, limit) -> List.of(),
                new SealingRules(directory, directory.resolve("key"), "register/moved", Duration.ofHours(1), 100),
                CLOCK);
    }

    @AfterEach
    void close() {
        houses.forEach(house -> house.log.close());
        sealer.close();
    }

    private Path written(House house, String name) throws Exception {
        Path file = directory.resolve(name);
        house.moves.write(file, sealer);
        return file;
    }

    @Test
    void whatWasKeptElsewhereComesBeforeWhatIsKeptHereAndIsFoundByItsRecords() throws Exception {
        var first = house("first");
        for (int i = 0; i < 1_200; i++) {
            first.append("ann", "case/C-" + i);
        }
        first.look("ben", "case/C-7", "case/C-8", "officer/O-1");
        var second = house("second");
        second.look("cay", "case/C-7");

        assertThat(second.moves.take(written(first, "one.gz"), sealer.verifier()))
                .isEqualTo(1_202);

        var all = second.all(AccessQuery.EVERYTHING);
        assertThat(all.subList(0, 1_202)).isEqualTo(first.all(AccessQuery.EVERYTHING));
        assertThat(all).extracting(AccessEntry::user).endsWith("ben", "", "cay");
        assertThat(second.all(new AccessQuery(null, Set.of("case/C-7"), null, null, null)))
                .extracting(AccessEntry::user)
                .containsExactly("ann", "ben", "cay");
        assertThat(second.all(new AccessQuery(null, Set.of("officer/O-1"), null, null, null)))
                .hasSize(1);
        assertThat(second.log.latest(AccessQuery.EVERYTHING, Long.MAX_VALUE, 3))
                .extracting(stored -> stored.entry().user())
                .containsExactly("cay", "", "ben");
    }

    @Test
    void itMovesOnFromThere() throws Exception {
        var first = house("first");
        first.look("ann", "case/C-1");
        var second = house("second");
        second.look("ben", "case/C-2");
        second.moves.take(written(first, "one.gz"), null);
        var third = house("third");
        third.moves.take(written(second, "two.gz"), null);

        assertThat(third.all(AccessQuery.EVERYTHING).subList(0, 4)).isEqualTo(second.all(AccessQuery.EVERYTHING));
    }

    @Test
    void itMovesToPostgreSqlAndBackAsItWas() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var first = house("first");
            for (int i = 0; i < 1_200; i++) {
                first.append("ann", "case/C-" + i, "officer/O-" + i % 7);
            }
            first.look("ben", null);
            var second = house(postgres.getPostgresDatabase());
            second.look("cay", "case/C-7");

            second.moves.take(written(first, "there.gz"), sealer.verifier());
            var third = house("third");
            third.moves.take(written(second, "back.gz"), sealer.verifier());

            var all = first.all(AccessQuery.EVERYTHING);
            assertThat(all).hasSize(1_202);
            for (var house : List.of(second, third)) {
                assertThat(house.all(AccessQuery.EVERYTHING).subList(0, all.size()))
                        .isEqualTo(all);
                assertThat(house.all(new AccessQuery(null, Set.of("officer/O-3"), null, null, null)))
                        .hasSize(171);
                assertThat(house.all(new AccessQuery(null, Set.of("case/C-7"), null, null, null)))
                        .extracting(AccessEntry::user)
                        .containsExactly("ann", "cay");
            }
            second.log.close(); // before its database
        }
    }

    @Test
    void itIsTakenInOnce() throws Exception {
        var first = house("first");
        first.look("ann", "case/C-1");
        var second = house("second");
        Path file = written(first, "one.gz");
        second.moves.take(file, null);

        refused("ACCESS_LOG_TAKEN", () -> second.moves.take(file, null));
    }

    @Test
    void whatWasAlteredOrIsSignedByAnotherIsRefusedWhole() throws Exception {
        var first = house("first");
        first.look("ann", "case/C-1");
        Path file = written(first, "one.gz");
        var second = house("second");
        second.look("cay", "case/C-7");
        var before = second.all(AccessQuery.EVERYTHING);

        Path altered = directory.resolve("altered.gz");
        rewrite(file, altered, "ann", "ben");
        refused("EXPORT_ALTERED", () -> second.moves.take(altered, null));
        var stranger = SignerKey.generate("register/moved").verifier();
        refused("EXPORT_NOT_SIGNED", () -> second.moves.take(file, stranger));
        assertThat(second.all(AccessQuery.EVERYTHING)).isEqualTo(before);
    }

    private interface Taking {
        void run() throws Exception;
    }

    private static void refused(String code, Taking taking) {
        assertThatExceptionOfType(LogRefusedException.class)
                .isThrownBy(taking::run)
                .matches(refusal -> refusal.code().equals(code), code);
    }

    private static void rewrite(Path file, Path altered, String from, String to) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file));
                var out = new GZIPOutputStream(Files.newOutputStream(altered))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        }
    }
}
