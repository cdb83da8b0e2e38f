package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.LogInstants;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.AppendListener;
import org.conductregister.eventstore.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that one node is told of what another commits. */
@Timeout(300)
class AppendListenerTest {

    @TempDir
    Path directory;

    private HikariDataSource one;
    private HikariDataSource other;
    private OrderedEventStorageEngine engine;
    private AppendListener listener;
    private final AtomicInteger told = new AtomicInteger();

    @BeforeEach
    void open() {
        String url = Store.POSTGRESQL.newUrl(directory);
        one = Store.pool(url);
        engine = Store.engine(one, Clock.systemUTC());
        other = Store.pool(url);
        listener = new AppendListener(other);
        listener.onAppend(told::incrementAndGet);
        await().until(() -> listener.isListening() && told.get() > 0);
        told.set(0);
    }

    @AfterEach
    void close() {
        listener.close();
        other.close();
        one.close();
    }

    @Test
    void it_says_when_another_node_has_appended() {
        engine.appendEvents(TestFact.seen("Percy", 0));

        await().until(() -> told.get() > 0);
        assertThat(engine.log().lastPosition()).isEqualTo(1);
    }

    @Test
    void it_says_when_another_has_recorded_something_beside_the_log() throws SQLException {
        try (Connection connection = one.getConnection()) {
            connection.setAutoCommit(false);
            LogInstants.next(connection, LogClock.own(Clock.systemUTC()));
            assertThat(told).hasValue(0);
            connection.commit();
            connection.setAutoCommit(true);
        }

        await().until(() -> told.get() > 0);
    }

    @Test
    void it_listens_again_once_its_connection_is_lost_and_says_so_for_what_it_missed() throws SQLException {
        try (Connection connection = one.getConnection()) {
            Database.execute(
                    connection,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                            + " AND pid <> pg_backend_pid()");
        }

        await().until(() -> told.get() > 0 && listener.isListening());
        told.set(0);
        engine.appendEvents(TestFact.seen("Percy", 0));
        await().until(() -> told.get() > 0);
    }
}
