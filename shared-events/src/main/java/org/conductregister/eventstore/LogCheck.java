package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.conductregister.eventstore.stored.Microseconds;

/** Whether the log is in order: positions 1, 2, 3 …, and instants that never run back along them. */
final class LogCheck {

    private static final String EXTENT = "SELECT count(*), max(globalIndex) FROM DomainEventEntry";
    private static final String FIRST_GAP = """
        SELECT globalIndex, before FROM (
            SELECT globalIndex, lag(globalIndex, 1, 0) OVER (ORDER BY globalIndex) AS before FROM DomainEventEntry
        ) AS pairs WHERE globalIndex <> before + 1 ORDER BY globalIndex LIMIT 1\
        """;
    private static final String FIRST_STEP_BACK = """
        SELECT globalIndex, timeStamp, before FROM (
            SELECT globalIndex, timeStamp, lag(timeStamp) OVER (ORDER BY globalIndex) AS before FROM DomainEventEntry
        ) AS pairs WHERE timeStamp < before ORDER BY globalIndex LIMIT 1\
        """;

    private LogCheck() {}

    /** Returns in a sentence what is first found wrong. */
    static Optional<String> faultOfOrder(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EXTENT);
                ResultSet row = select.executeQuery()) {
            row.next();
            if (row.getLong(1) != row.getLong(2)) {
                return firstGap(connection, row.getLong(1), row.getLong(2));
            }
        }
        return firstStepBack(connection);
    }

    private static Optional<String> firstGap(Connection connection, long count, long last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST_GAP);
                ResultSet row = select.executeQuery()) {
            return Optional.of(
                    row.next()
                            ? "The log has a gap: no entries from position %d to %d."
                                    .formatted(row.getLong(2) + 1, row.getLong(1) - 1)
                            : "The log ends at position %d, but %d entries are found.".formatted(last, count));
        }
    }

    private static Optional<String> firstStepBack(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST_STEP_BACK);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Instant recordedAt = Microseconds.toInstant(row.getLong(2));
            Instant before = Microseconds.toInstant(row.getLong(3));
            return Optional.of("Time runs back in the log: position %d was recorded at %s, and the one before it at %s."
                    .formatted(row.getLong(1), recordedAt, before));
        }
    }
}
