package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.Transactions;
import org.conductregister.eventstore.stored.StoredEvent;

/**
 * Seals the personal text that a log of an earlier version holds in clear. It is the one thing that rewrites rows of the log,
 * and it comes before anything else looks at them. Positions, instants and identifiers stay; where it is broken off, it goes on
 * at the next start. Afterwards nothing of the clear text is left in the files of SQLite.
 */
public final class SealingForward {

    private static final int PAGE = 1_000;

    private SealingForward() {}

    /**
     * Seals all that is not sealed.
     *
     * @param sealed returns the payloads of events as they are to be stored, in their order; the same where they hold no
     *     personal text
     * @return how many rows may have held text in clear
     */
    public static long run(DataSource dataSource, Function<List<StoredEvent>, List<String>> sealed) {
        try (Connection connection = dataSource.getConnection()) {
            long rows = unsealed(connection);
            if (rows == 0) {
                return 0;
            }
            Database database = Database.of(connection);
            for (long upTo = rows; upTo > 0; upTo -= PAGE) {
                page(connection, database, upTo, sealed);
            }
            database.sweep(connection);
            Database.execute(connection, "DELETE FROM Unsealed");
            return rows;
        } catch (SQLException e) {
            throw new EventStoreException("The personal text in the log could not be sealed", e);
        }
    }

    /** Whether the log holds anything that only a key opens. */
    public static boolean holdsAnythingSealed(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT 1 FROM DomainEventEntry WHERE payload LIKE '%{\"sealed\":\"%' LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new EventStoreException("The event log could not be read", e);
        }
    }

    /** Returns the last row that may hold text in clear, 1 where none does but what they held may still be in the files. */
    private static long unsealed(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT upTo FROM Unsealed");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Math.max(1, row.getLong(1)) : 0;
        }
    }

    private static void page(
            Connection connection, Database database, long upTo, Function<List<StoredEvent>, List<String>> sealed)
            throws SQLException {
        try {
            database.beginAppend(connection);
            List<StoredEvent> events = events(connection, database, upTo);
            List<String> payloads = sealed.apply(events);
            for (int i = 0; i < events.size(); i++) {
                if (!payloads.get(i).equals(events.get(i).payload())) {
                    database.replacePayload(connection, events.get(i), payloads.get(i));
                }
            }
            Database.execute(connection, "UPDATE Unsealed SET upTo = " + Math.max(0, upTo - PAGE));
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            Transactions.abandon(connection, e);
            throw e;
        }
    }

    private static List<StoredEvent> events(Connection connection, Database database, long upTo) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + database.columns()
                + " FROM DomainEventEntry WHERE globalIndex > ? AND globalIndex <= ? ORDER BY globalIndex")) {
            select.setLong(1, upTo - PAGE);
            select.setLong(2, upTo);
            List<StoredEvent> events = new ArrayList<>(PAGE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(database.read(row));
                }
            }
            return events;
        }
    }
}
