package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EntriesNotTakenException;
import org.conductregister.eventstore.database.LogTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that no node keeps the others from recording, whatever becomes of it in the midst of an append. */
@Timeout(300)
class DeadNodeTest {

    @TempDir
    Path directory;

    private HikariDataSource database;
    private OrderedEventStorageEngine engine;

    @BeforeEach
    void open() {
        database = Store.pool(Store.POSTGRESQL.newUrl(directory));
        engine = Store.engine(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_node_that_stops_in_the_midst_of_an_append_loses_the_lock_and_its_append() throws SQLException {
        try (Connection stopped = database.getConnection()) {
            Database.of(stopped).beginAppend(stopped);

            engine.appendEvents(TestFact.seen("Percy", 0));

            assertThatThrownBy(stopped::commit).isInstanceOf(SQLException.class);
        }
        assertThat(engine.log().lastPosition()).isEqualTo(1);
    }

    @Test
    void an_append_that_waits_too_long_for_a_lock_is_refused_and_says_so() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Connection slow = database.getConnection();
                Statement statement = slow.createStatement()) {
            Database.of(slow).beginAppend(slow);
            var unused = threads.submit(() -> statement.execute("SELECT pg_sleep(30)"));

            assertThatThrownBy(() -> engine.appendEvents(TestFact.seen("Percy", 0)))
                    .isInstanceOfSatisfying(
                            EntriesNotTakenException.class,
                            refusal -> assertThat(refusal.kind()).isEqualTo(LogTrouble.Kind.SLOW));

            statement.cancel();
            slow.rollback();
            slow.setAutoCommit(true);
        }
        engine.appendEvents(TestFact.seen("Percy", 0));
        assertThat(engine.trouble()).isEmpty();
    }

    @Test
    void an_append_whose_session_the_server_ends_is_not_certain_and_says_so() throws Exception {
        try (Connection slow = database.getConnection();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            Database.of(slow).beginAppend(slow);
            var append = threads.submit(() -> engine.appendEvents(TestFact.seen("Percy", 0)));
            endWhoWaitsForTheLock();

            assertThatThrownBy(append::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            EntriesNotTakenException.class,
                            refusal -> assertThat(refusal.kind()).isEqualTo(LogTrouble.Kind.UNREACHABLE));
            slow.rollback();
            slow.setAutoCommit(true);
        }
        engine.appendEvents(TestFact.seen("Percy", 0));
        assertThat(engine.log().lastPosition()).isEqualTo(1);
        assertThat(engine.trouble()).isEmpty();
    }

    private void endWhoWaitsForTheLock() throws SQLException {
        try (Connection connection = database.getConnection()) {
            while (Database.only(
                            connection,
                            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
        }
    }
}
