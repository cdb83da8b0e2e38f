package org.conductregister.eventstore;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Finds out why the database refused an append: by asking what is recorded, not by reading its message. */
final class Conflict {

    private static final String TAKEN = "SELECT eventIdentifier FROM DomainEventEntry WHERE eventIdentifier = ANY(?)";
    private static final String LAST_SEQUENCES = """
            SELECT aggregateIdentifier, MAX(sequenceNumber) FROM DomainEventEntry
            WHERE aggregateIdentifier = ANY(?) GROUP BY aggregateIdentifier""";

    private Conflict() {}

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
    static boolean blamesTheEvents(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** The exception to throw for this append, which the database refused and which was rolled back. */
    static RuntimeException explain(DataSource dataSource, List<NewEvent> append, SQLException refusal) {
        try (Connection connection = dataSource.getConnection()) {
            Set<String> takenIds = takenIds(connection, append);
            return takenIds.isEmpty()
                    ? sequenceTaken(connection, append, refusal)
                    : new EntryIdTakenException(takenIds, refusal);
        } catch (SQLException e) {
            refusal.addSuppressed(e);
            return new EventStoreException("The database refused the events, and then to tell why", refusal);
        }
    }

    private static RuntimeException sequenceTaken(Connection connection, List<NewEvent> append, SQLException refusal)
            throws SQLException {
        Map<String, Long> firstSequences =
                append.stream().collect(toMap(NewEvent::aggregateIdentifier, NewEvent::sequence, Math::min));
        for (Map.Entry<String, Long> last :
                lastSequences(connection, firstSequences.keySet()).entrySet()) {
            long first = requireNonNull(firstSequences.get(last.getKey()), "only the sequences of these were read");
            if (first <= last.getValue()) {
                return new ConcurrencyException(
                        "[" + last.getKey() + "] has meanwhile got an event at sequence " + first, refusal);
            }
        }
        return new EventStoreException("The database refused the events: " + refusal.getMessage(), refusal);
    }

    private static Set<String> takenIds(Connection connection, List<NewEvent> append) throws SQLException {
        Set<String> taken = new HashSet<>();
        Set<String> own = new HashSet<>();
        for (NewEvent event : append) {
            String entryId = event.entryId().toString();
            if (!own.add(entryId)) {
                taken.add(entryId);
            }
        }
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setArray(1, EntryIds.array(connection, own));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taken.add(EntryIds.read(rows, 1));
                }
            }
        }
        return taken;
    }

    private static Map<String, Long> lastSequences(Connection connection, Set<String> aggregateIdentifiers)
            throws SQLException {
        Map<String, Long> last = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LAST_SEQUENCES)) {
            select.setArray(1, connection.createArrayOf("text", aggregateIdentifiers.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return last;
    }
}
