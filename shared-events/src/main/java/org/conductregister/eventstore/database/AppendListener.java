package org.conductregister.eventstore.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when something was committed to the log or beside it, by whichever node: PostgreSQL announces it with the commit
 * ({@code LISTEN}). It holds one connection while anybody listens. An announcement may be missed while that is lost, so who
 * must see everything also looks by itself now and then, the more often while this is not listening. Of a file of SQLite, to
 * which one process writes, nothing is announced. Thread-safe.
 */
public final class AppendListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AppendListener.class);

    /** For how long the server may say nothing before it is asked whether it is still there. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final DataSource connections;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean listening;
    private volatile boolean closed;

    /** A listener that begins with the first who wants to be told. */
    public AppendListener(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Has it say so from now on.
     *
     * @param listener called after a commit, in this one's thread; it returns at once and does not throw
     */
    public synchronized void onAppend(Runnable listener) {
        listeners.add(listener);
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().name("append-listener").daemon().start(this::run);
        }
    }

    /** Whether each commit is announced at present, as far as this is known. */
    public boolean isListening() {
        return listening;
    }

    private void run() {
        while (!closed) {
            try (Connection connection = connections.getConnection()) {
                if (!(Database.of(connection) instanceof PostgreSql)) {
                    return;
                }
                listen(connection);
            } catch (SQLException e) {
                if (listening && !closed) {
                    log.warn("Commits are not announced at present, and are looked for: {}", e.getMessage());
                }
            } finally {
                listening = false;
            }
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection announcements = connection.unwrap(PGConnection.class);
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(SILENCE.toMillis()));
        Database.execute(connection, "LISTEN " + PostgreSql.CHANNEL);
        try {
            listening = true;
            tell(); // something may have been committed before
            while (!closed) {
                var announced = announcements.getNotifications(Math.toIntExact(SILENCE.toMillis()));
                if (announced != null && announced.length > 0) {
                    tell();
                } else {
                    Database.execute(connection, "SELECT 1");
                }
            }
        } finally {
            stopListening(connection);
        }
    }

    /** The connection goes back to where others take it from. */
    private static void stopListening(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            Database.execute(connection, "UNLISTEN *");
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Ends listening, within {@link #SILENCE}. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
