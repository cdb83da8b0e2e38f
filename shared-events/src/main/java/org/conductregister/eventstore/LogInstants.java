package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.stored.Microseconds;

/**
 * The instants of what is recorded in the log's database beside the log, such as changes of code lists. They are of one order with
 * those of the log's entries: each is later than every entry and every instant before it, and every later entry is later than it,
 * whatever the clocks say. So what is known at an instant, of the log and beside it, never changes.
 */
public final class LogInstants {

    static final String SELECT_LATEST = "SELECT MAX(instant) FROM LogInstant";

    private LogInstants() {}

    /**
     * Gives an instant to what a transaction records. Waits for the append in progress; the next one waits for the end of the
     * transaction.
     *
     * @param transaction on the log's database, in which nothing has been read yet
     * @return in whole microseconds
     */
    public static Instant next(Connection transaction, LogClock clock) throws SQLException {
        Database database = Database.of(transaction);
        Instant now = clock.instant(database.lockAppends(transaction));
        Instant head = EventLog.head(transaction, database).recordedAt();
        long latest = Math.max(Microseconds.notAfter(head), latestOf(transaction));
        long instant = Math.max(Microseconds.notAfter(now), latest + 1);
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO LogInstant (instant) VALUES (?)")) {
            insert.setLong(1, instant);
            insert.executeUpdate();
        }
        return Microseconds.toInstant(instant);
    }

    /** The latest instant given, in microseconds; 0 where there is none. O(log n). */
    public static long latestOf(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_LATEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
