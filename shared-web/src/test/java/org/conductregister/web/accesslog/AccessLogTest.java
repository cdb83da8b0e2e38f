package org.conductregister.web.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AccessLogTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final AtomicBoolean broken = new AtomicBoolean();
    private AccessStore store;
    private AccessLog log;

    @BeforeEach
    void open() {
        store = new AccessStore(database(), TestWords.in(directory));
        log = new AccessLog(store, CLOCK, true, "one");
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** A file that can be made to fail. */
    private DataSource database() {
        var file = new DriverManagerDataSource(
                Sqlite.url(directory.resolve("access.db")) + AccessLogAutoConfiguration.SETTINGS);
        return new DelegatingDataSource(file) {
            @Override
            public Connection getConnection() throws SQLException {
                if (broken.get()) {
                    throw new SQLException("no disk");
                }
                return super.getConnection();
            }
        };
    }

    private static AccessEntry look(String user, String record, String... shown) {
        return new AccessEntry(
                NOON,
                user,
                Action.OPENED,
                record,
                List.of(shown),
                "GET",
                "/cases/x",
                "force=KENT",
                200,
                "127.0.0.1",
                "call-1");
    }

    private List<AccessEntry> kept(AccessQuery query) {
        assertThat(log.await(LONG)).isTrue();
        var entries = new ArrayList<AccessEntry>();
        log.forEach(query, each -> entries.add(each.entry()));
        return entries.stream().filter(entry -> !entry.user().isEmpty()).toList();
    }

    private List<Action> actionsOfTheLog() {
        var actions = new ArrayList<Action>();
        log.forEach(AccessQuery.EVERYTHING, each -> {
            if (each.entry().user().isEmpty()) {
                actions.add(each.entry().action());
            }
        });
        return actions;
    }

    @Test
    void whatIsAppendedIsReadAsItWas() {
        var first = look("jane", "case/A", "case/B", "officer/C");
        var second = new AccessEntry(
                NOON, "john", Action.SEARCHED, null, List.of(), "GET", "/search", null, 200, "::1", "call-2");

        log.append(first);
        log.append(second);

        assertThat(kept(AccessQuery.EVERYTHING)).containsExactly(first, second);
    }

    /** The time that a look takes is said, and not judged. */
    @Test
    void manyLooksAreAllKept() {
        var entry = look("jane", "case/A");
        long began = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            log.append(entry);
        }
        long appended = System.nanoTime() - began;
        assertThat(log.await(LONG)).isTrue();
        long onDisk = System.nanoTime() - began;

        System.out.printf(
                "A look: %.1f µs for whoever looks, %.1f µs until it is on the disk%n", appended / 2e6, onDisk / 2e6);
        assertThat(kept(AccessQuery.EVERYTHING)).hasSize(2_000).allMatch(entry::equals);
    }

    @Test
    void entriesAreFoundByPersonByRecordOpenedOrShownAndByInstant() {
        var opened = look("jane", "case/A");
        var shown = look("john", "case/B", "case/A");
        log.append(opened);
        log.append(shown);

        assertThat(kept(new AccessQuery("jane", Set.of(), null, null, null))).containsExactly(opened);
        assertThat(kept(new AccessQuery(null, Set.of("case/A"), null, null, null)))
                .containsExactly(opened, shown);
        assertThat(kept(new AccessQuery(null, Set.of("case/B", "case/C"), null, null, null)))
                .containsExactly(shown);
        assertThat(kept(new AccessQuery(null, Set.of("case/A"), null, NOON, NOON)))
                .hasSize(2);
        assertThat(kept(new AccessQuery(null, Set.of("case/A"), Action.OPENED, null, null)))
                .hasSize(2);
        assertThat(kept(new AccessQuery(null, Set.of("case/A"), Action.REFUSED, null, null)))
                .isEmpty();
        assertThat(kept(new AccessQuery(null, Set.of(), null, NOON.plusSeconds(1), null)))
                .isEmpty();
        assertThat(kept(new AccessQuery(null, Set.of(), null, null, NOON.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void pagesGoFromTheLatestToTheEarliest() {
        for (int i = 0; i < 7; i++) {
            log.append(look("jane", "case/" + i));
        }
        assertThat(log.await(LONG)).isTrue();
        var jane = new AccessQuery("jane", Set.of(), null, null, null);

        var first = log.latest(jane, Long.MAX_VALUE, 5);
        var second = log.latest(jane, first.getLast().id(), 5);

        assertThat(first)
                .extracting(each -> each.entry().record())
                .containsExactly("case/6", "case/5", "case/4", "case/3", "case/2");
        assertThat(second).extracting(each -> each.entry().record()).containsExactly("case/1", "case/0");
    }

    @Test
    void manyAreReadInOrderSomeAtATime() {
        for (int i = 0; i < 2_500; i++) {
            log.append(look("jane", "case/" + i));
        }

        assertThat(kept(AccessQuery.EVERYTHING))
                .hasSize(2_500)
                .last()
                .extracting(AccessEntry::record)
                .isEqualTo("case/2499");
    }

    @Test
    void whileNothingCanBeWrittenLooksAreRefusedAndThenAllThatWaitedIsKept() {
        log.append(look("jane", "case/before"));
        assertThat(log.await(LONG)).isTrue();
        broken.set(true);
        log.append(look("jane", "case/meanwhile"));
        await().atMost(LONG).until(log::refusesLooks);
        assertThat(log.trouble()).contains("cannot be kept", "no disk");
        assertThat(new AccessLogHealth(log).health().getStatus().getCode()).isEqualTo("DOWN");

        broken.set(false);

        await().atMost(LONG).until(() -> !log.refusesLooks());
        assertThat(kept(AccessQuery.EVERYTHING))
                .extracting(AccessEntry::record)
                .containsExactly("case/before", "case/meanwhile");
        assertThat(new AccessLogHealth(log).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void whereItIsNotRequiredLooksGoOnAndItsTroubleIsTold() {
        log.close();
        log = new AccessLog(store, CLOCK, false, "one");
        broken.set(true);
        log.append(look("jane", "case/A"));

        await().atMost(LONG).until(() -> log.trouble() != null);

        assertThat(log.refusesLooks()).isFalse();
        var health = new AccessLogHealth(log).health();
        assertThat(health.getStatus().getCode()).isEqualTo("UP");
        assertThat(health.getDetails()).containsKey("sentence");
        broken.set(false);
    }

    @Test
    void whatThereWasNoRoomForIsCounted() {
        log.close();
        broken.set(true);
        log = new AccessLog(store, CLOCK, true, "one", 3);
        for (int i = 0; i < 10; i++) {
            log.append(look("jane", "case/" + i));
        }
        assertThat(log.refusesLooks()).isTrue();

        broken.set(false);

        await().atMost(LONG).until(() -> actionsOfTheLog().contains(Action.LOST));
        var lost = new ArrayList<String>();
        log.forEach(AccessQuery.EVERYTHING, each -> {
            if (each.entry().action() == Action.LOST) {
                lost.add(each.entry().asked());
            }
        });
        int kept = kept(AccessQuery.EVERYTHING).size();
        assertThat(lost).containsExactly("count=" + (10 - kept));
        await().atMost(LONG).until(() -> !log.refusesLooks());
    }

    @Test
    void anEndWithoutWarningIsToldByTheNextBeginning() throws Exception {
        assertThat(log.await(LONG)).isTrue();
        await().atMost(LONG).until(() -> actionsOfTheLog().equals(List.of(Action.STARTED)));
        var copy = directory.resolve("copy");
        Files.createDirectories(copy);
        copyFiles(copy);
        log.close();
        assertThat(actionsOfTheLog()).containsExactly(Action.STARTED, Action.STOPPED);

        log = new AccessLog(store, CLOCK, true, "one");
        await().atMost(LONG)
                .until(() -> actionsOfTheLog().equals(List.of(Action.STARTED, Action.STOPPED, Action.STARTED)));

        var killed = new AccessStore(
                new DriverManagerDataSource("jdbc:sqlite:" + copy.resolve("access.db")), TestWords.in(directory));
        try (var after = new AccessLog(killed, CLOCK, true, "one")) {
            await().atMost(LONG).untilAsserted(() -> {
                var actions = new ArrayList<Action>();
                after.forEach(
                        AccessQuery.EVERYTHING, each -> actions.add(each.entry().action()));
                assertThat(actions).containsExactly(Action.STARTED, Action.BROKEN_OFF);
            });
        }
    }

    private void copyFiles(Path to) throws IOException {
        try (var files = Files.newDirectoryStream(directory, "access.db*")) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void anotherProcessThatSharesTheStoreHasItsOwnBeginningAndEnd() {
        assertThat(log.await(LONG)).isTrue();
        await().atMost(LONG).until(() -> actionsOfTheLog().equals(List.of(Action.STARTED)));

        try (var other = new AccessLog(store, CLOCK, true, "two")) {
            await().atMost(LONG).until(() -> actionsOfTheLog().equals(List.of(Action.STARTED, Action.STARTED)));
            assertThat(other.trouble()).isNull();
        }
    }

    @Test
    void whatIsOlderThanItIsToBeKeptIsRemoved() {
        log.append(look("jane", "case/A"));
        assertThat(log.await(LONG)).isTrue();

        log.removeBefore(NOON);
        assertThat(kept(AccessQuery.EVERYTHING)).hasSize(1);
        log.removeBefore(NOON.plusSeconds(1));

        assertThat(kept(AccessQuery.EVERYTHING)).isEmpty();
        assertThat(kept(new AccessQuery(null, Set.of("case/A"), null, null, null)))
                .isEmpty();
    }
}
