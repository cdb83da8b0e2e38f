package org.conductregister.web.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.JointSeal;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests that words searched for are there for auditors, and for nobody once they are to go. */
class SearchedWordsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String CASE = "case/LAN-1";
    private static final String OFFICER = "officer/LAN-O-17";
    private static final String WORDS = "Jane Doe, Preston";

    @TempDir
    Path directory;

    private DataKeys keys;
    private AccessLog log;

    @BeforeEach
    void open() {
        keys = TestWords.keys(directory);
        openIn(new DriverManagerDataSource(
                Sqlite.url(directory.resolve("access.db")) + AccessLogAutoConfiguration.SETTINGS));
    }

    private void openIn(DataSource database) {
        var store = new AccessStore(database, new WordStore(new JointSeal(keys)));
        log = new AccessLog(store, Clock.fixed(NOON, ZoneOffset.UTC), true, "one");
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** A case was shown in which an officer is named. */
    private static AccessEntry search(Instant at, String words) {
        return new AccessEntry(
                at,
                "jane",
                Action.SEARCHED,
                null,
                List.of(CASE),
                "GET",
                "/search",
                null,
                200,
                "::1",
                "call-1",
                new SearchedWords(words, List.of(CASE, OFFICER)));
    }

    private List<@Nullable SearchedWords> kept() {
        assertThat(log.await(LONG)).isTrue();
        var words = new ArrayList<@Nullable SearchedWords>();
        log.forEach(AccessQuery.EVERYTHING, each -> {
            if (each.entry().action() == Action.SEARCHED) {
                words.add(each.entry().searched());
            }
        });
        return words;
    }

    @Test
    void theyAreReadAsTheyWere() {
        var entry = search(NOON, WORDS);

        log.append(entry);

        assertThat(kept()).containsExactly(entry.searched());
    }

    @Test
    void noFileHasThemInClear() throws Exception {
        log.append(search(NOON, WORDS));
        assertThat(kept()).hasSize(1);

        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Jane", "Preston");
            }
        }
    }

    @Test
    void theyGoWithTheFirstOfTheRecordsThatTheyFound() {
        for (var record : List.of(CASE, OFFICER)) {
            log.append(search(NOON, WORDS));
            assertThat(kept()).last().isNotNull();

            keys.erase(DataKeys.subjectsOf(record), () -> {});

            assertThat(kept()).as(record).containsOnlyNulls();
        }
    }

    @Test
    void afterNinetyDaysTheirKeyIsDestroyedAndTheyAreRemoved() throws Exception {
        log.append(search(NOON, WORDS));
        log.append(search(NOON.plus(Duration.ofDays(1)), "of the next day"));
        assertThat(kept()).doesNotContainNull().hasSize(2);

        log.forgetWords(NOON.plus(WordStore.KEPT));
        assertThat(kept()).doesNotContainNull();

        log.forgetWords(NOON.plus(WordStore.KEPT).plus(Period.ofDays(1)));

        assertThat(kept()).hasSize(2).first().isNull();
        assertThat(kept()).last().extracting(SearchedWords::words).isEqualTo("of the next day");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("access.db"));
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM SearchedWords")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void inPostgreSqlTheyAreKeptAndForgottenAlike() throws Exception {
        log.close();
        try (var postgres = EmbeddedPostgres.start()) {
            openIn(postgres.getPostgresDatabase());
            log.append(search(NOON, WORDS));
            log.append(search(NOON.plus(Duration.ofDays(1)), "of the next day"));
            assertThat(kept()).extracting(SearchedWords::words).containsExactly(WORDS, "of the next day");

            log.forgetWords(NOON.plus(WordStore.KEPT).plus(Period.ofDays(1)));

            assertThat(kept()).hasSize(2).first().isNull();
            log.close();
        }
    }

    @Test
    void wordsAreLeftOutForWhomARecordThatTheyFoundIsHidden() {
        var entry = search(NOON, WORDS);

        assertThat(entry.without(Set.of("case/OTHER"))).isSameAs(entry);
        assertThat(entry.without(Set.of(CASE)))
                .isEqualTo(new AccessEntry(
                        NOON, "jane", Action.SEARCHED, null, List.of(), "GET", "/search", null, 200, "::1", "call-1"));
        assertThat(entry.without(Set.of(OFFICER)).searched()).isNull();
    }

    @Test
    void anAccessLogOfBeforeGetsTheTableThatIsMissing() throws Exception {
        log.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("access.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE SearchedWords");
        }
        open();

        log.append(search(NOON, WORDS));

        assertThat(kept()).doesNotContainNull().hasSize(1);
    }
}
