package org.conductregister.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.database.LogFailures;
import org.conductregister.eventstore.database.LogTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** Keys are made once, kept wrapped, and once erased never come back. */
class DataKeysTest {

    private static final String SUBJECT = "case/LAN-2012-0007";

    @TempDir
    Path directory;

    private HikariDataSource database;
    private KeyStore store;
    private DataKeys keys;

    private void open(Store in) {
        database = Store.pool(in.newUrl(directory));
        store = KeyStore.in(database);
        MasterKeyFile.create(directory.resolve("master-key.json"));
        keys = again();
    }

    /** As another process has them. */
    private DataKeys again() {
        return with(Clock.systemUTC());
    }

    private DataKeys with(Clock clock) {
        return DataKeys.of(KeyStore.in(database), MasterKeyFile.read(directory.resolve("master-key.json")), clock);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsMadeOnceAndServesEveryProcess(Store in) throws Exception {
        open(in);

        var text = keys.current(SUBJECT).seal("text", "place");

        assertThat(again().sealedWith(SUBJECT, 1).open(text, "place")).isEqualTo("text");
        assertThat(again().current(SUBJECT).generation()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void ofAnErasedKeyATombstoneStaysAndTheNextIsAnother(Store in) throws Exception {
        open(in);
        var text = keys.current(SUBJECT).seal("text", "place");
        erase(SUBJECT);

        assertThat(keys.sealedWith(SUBJECT, 1).open(text, "place")).isNull();
        assertThat(again().sealedWith(SUBJECT, 1).open(text, "place")).isNull();
        assertThat(keys.current(SUBJECT).generation()).isEqualTo(2);
        assertThat(store.erasedAt(SUBJECT)).isPresent();
        assertThat(store.find(Set.of(SUBJECT)).getFirst().wrapped()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatComesBackFromABackupIsErasedAgainAndALaterOneIsNot(Store in) throws Exception {
        open(in);
        var text = keys.current(SUBJECT).seal("text", "place");
        var copy = store.find(Set.of(SUBJECT)).getFirst();
        var erasedAt = momentThatPassed();
        keys.erase(Set.of(SUBJECT), () -> {});
        var later = keys.current(SUBJECT).seal("later", "place");
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE DataKey SET wrapped = ?, erasedAt = NULL WHERE generation = 1 AND subject = ?")) {
            update.setString(1, Base64.getEncoder().encodeToString(copy.wrapped()));
            update.setString(2, SUBJECT);
            update.executeUpdate();
        }
        assertThat(again().sealedWith(SUBJECT, 1).open(text, "place")).isEqualTo("text");

        again().eraseMadeUpTo(SUBJECT, erasedAt);

        assertThat(again().sealedWith(SUBJECT, 1).open(text, "place")).isNull();
        assertThat(again().sealedWith(SUBJECT, 2).open(later, "place")).isEqualTo("later");
    }

    @ParameterizedTest
    @EnumSource
    void whereItCannotBeRecordedNothingIsErased(Store in) throws Exception {
        open(in);
        var text = keys.current(SUBJECT).seal("text", "place");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> keys.erase(Set.of(SUBJECT), () -> {
                    throw new IllegalStateException("refused");
                }));

        assertThat(keys.sealedWith(SUBJECT, 1).open(text, "place")).isEqualTo("text");
        assertThat(keys.current(SUBJECT).generation()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theMasterKeyIsRotatedAndTheOldOneThenOpensNothing(Store in) throws Exception {
        open(in);
        var text = keys.current(SUBJECT).seal("text", "place");
        keys.current("case/gone");
        erase("case/gone");
        var old = Files.readString(directory.resolve("master-key.json"));

        var rotated = MasterKeyFile.read(directory.resolve("master-key.json"));
        rotated.rotate();
        assertThat(DataKeys.of(store, rotated, Clock.systemUTC()).rewrap()).isEqualTo(1);
        rotated.retireOlder();

        assertThat(again().sealedWith(SUBJECT, 1).open(text, "place")).isEqualTo("text");
        assertThat(again().sealedWith("case/gone", 1).open(text, "place")).isNull();
        Files.writeString(directory.resolve("master-key.json"), old);
        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(this::again)
                .withMessageContaining("not the one with which this register's keys are wrapped");
    }

    @Test
    void whatIsSealedAfterAnErasureStaysThoughANodesClockIsBehind() throws Exception {
        open(Store.POSTGRESQL);
        with(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5))).require(Set.of(SUBJECT));
        var recordedAt = momentThatPassed();
        keys.eraseMadeUpTo(SUBJECT, recordedAt);

        var behind = with(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5)));
        behind.require(Set.of(SUBJECT));
        var later = behind.current(SUBJECT).seal("later", "place");
        again().ensureErased(SUBJECT, recordedAt);

        assertThat(again().sealedWith(SUBJECT, 2).open(later, "place")).isEqualTo("later");
    }

    @Test
    void whatCameBackIsErasedAgainThoughANodesClockWasAhead() {
        open(Store.POSTGRESQL);
        with(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5))).require(Set.of(SUBJECT));
        var recordedAt = Instant.now().plusMillis(1);

        again().ensureErased(SUBJECT, recordedAt);

        assertThat(store.hasKeyMadeUpTo(SUBJECT, Instant.ofEpochMilli(Long.MAX_VALUE)))
                .isFalse();
    }

    /** Returns an instant, in whole milliseconds later than all before and earlier than all after. */
    private static Instant momentThatPassed() {
        var moment = Instant.now().plusMillis(1);
        await().until(() -> Instant.now().isAfter(moment.plusMillis(1)));
        return moment;
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesARecordForNewUsesTheKeyThatAnotherProcessMade(Store in) throws Exception {
        open(in);
        var text = again().current(SUBJECT).seal("text", "place");

        keys.require(Set.of(SUBJECT), Set.of(SUBJECT));

        assertThat(keys.current(SUBJECT).open(text, "place")).isEqualTo("text");
        assertThat(store.find(Set.of(SUBJECT))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesARecordForNewDoesNotUseAKeyThatIsErased(Store in) throws Exception {
        open(in);
        var text = again().current(SUBJECT).seal("text", "place");
        again().eraseMadeUpTo(SUBJECT, Instant.now().plusMillis(1));

        keys.require(Set.of(SUBJECT, "case/other"), Set.of(SUBJECT));

        assertThat(keys.current(SUBJECT).generation()).isEqualTo(2);
        assertThat(keys.sealedWith(SUBJECT, 1).open(text, "place")).isNull();
        assertThat(keys.current("case/other").generation()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void keysMadeAtTheSameMomentAreThoseThatEveryProcessFinds(Store in) throws Exception {
        open(in);
        var other = again();
        var sealed = new ConcurrentHashMap<String, String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> {
                        // Each subject is new to four threads of two processes
                        var subject = "case/" + i / 4;
                        var of = i % 2 == 0 ? keys : other;
                        of.require(Set.of(subject, "case/all"), i % 4 < 2 ? Set.of(subject) : Set.of());
                        sealed.put(subject + " " + i, of.current(subject).seal("text " + i, "place"));
                        return null;
                    }))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }

        assertThat(sealed).hasSize(200);
        var later = again();
        for (var each : sealed.entrySet()) {
            var parts = each.getKey().split(" ", 2);
            assertThat(later.current(parts[0]).open(each.getValue(), "place")).isEqualTo("text " + parts[1]);
        }
    }

    private void erase(String subject) {
        keys.eraseMadeUpTo(subject, Instant.now().plusMillis(1));
    }

    @Test
    void aDiskThatIsFullIsTheReasonGiven() {
        var file = new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = 20");
                }
                return connection;
            }
        };
        file.setUrl(Store.sqliteUrl(directory.resolve("keys.db")));
        var full = DataKeys.of(
                KeyStore.in(file), MasterKeyFile.create(directory.resolve("master-key.json")), Clock.systemUTC());

        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        full.current("case/" + i);
                    }
                })
                .satisfies(e -> assertThat(LogFailures.kindBehind(e)).contains(LogTrouble.Kind.NO_ROOM));
    }

    @Test
    void aMasterKeyIsItsOwnersAlone() throws Exception {
        open(Store.SQLITE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("master-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aMasterKeyThatIsMissingOrNoneIsNamed() throws Exception {
        var file = directory.resolve("none.json");

        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> MasterKeyFile.read(file))
                .withMessageContaining("could not be read");
        for (var content : List.of(
                "{}",
                "no JSON",
                "{\"versions\":[]}",
                "{\"versions\":[null]}",
                "{\"versions\":[{\"number\":1}]}",
                "{\"versions\":[{\"number\":1,\"key\":\"c2hvcnQ=\"}]}",
                "{\"versions\":[{\"number\":1,\"key\":\"?\"}]}")) {
            Files.writeString(file, content);
            assertThatExceptionOfType(KeysUnusableException.class)
                    .as(content)
                    .isThrownBy(() -> MasterKeyFile.read(file))
                    .withMessageContaining("is not a master key");
        }
    }

    @Test
    void aMasterKeyThatAnotherProcessMadeFirstIsTaken() {
        var file = directory.resolve("keys").resolve("master-key.json");
        var first = MasterKeyFile.create(file);

        var second = MasterKeyFile.create(file);

        assertThat(second.unwrap(first.wrap(new byte[32], SUBJECT), SUBJECT)).isEqualTo(new byte[32]);
    }
}
