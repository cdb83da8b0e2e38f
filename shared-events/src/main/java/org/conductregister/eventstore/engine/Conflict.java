package org.conductregister.eventstore.engine;

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
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.stored.NewEvent;

/** Finds out why the database refused an append: by asking what is recorded, not by reading its message. */
final class Conflict {

    private Conflict() {}

    /** The exception to throw for this append, which the database refused and which was rolled back. */
    static RuntimeException explain(
            DataSource dataSource, Database database, List<NewEvent> append, SQLException refusal) {
        try (Connection connection = dataSource.getConnection()) {
            Set<String> takenIds = takenIds(connection, database, append);
            return takenIds.isEmpty()
                    ? sequenceTaken(connection, database, append, refusal)
                    : new EntryIdTakenException(takenIds, refusal);
        } catch (SQLException e) {
            refusal.addSuppressed(e);
            return new EventStoreException("The database refused the events, and then to tell why", refusal);
        }
    }

    private static RuntimeException sequenceTaken(
            Connection connection, Database database, List<NewEvent> append, SQLException refusal) throws SQLException {
        Map<String, Long> firstSequences =
                append.stream().collect(toMap(NewEvent::aggregateIdentifier, NewEvent::sequence, Math::min));
        for (Map.Entry<String, Long> last :
                lastSequences(connection, database, firstSequences.keySet()).entrySet()) {
            long first = requireNonNull(firstSequences.get(last.getKey()), "only the sequences of these were read");
            if (first <= last.getValue()) {
                return new ConcurrencyException(
                        "[" + last.getKey() + "] has meanwhile got an event at sequence " + first, refusal);
            }
        }
        return new EventStoreException("The database refused the events: " + refusal.getMessage(), refusal);
    }

    private static Set<String> takenIds(Connection connection, Database database, List<NewEvent> append)
            throws SQLException {
        Set<String> taken = new HashSet<>();
        Set<String> own = new HashSet<>();
        for (NewEvent event : append) {
            String entryId = event.entryId().toString();
            if (!own.add(entryId)) {
                taken.add(entryId);
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + database.columns() + " FROM DomainEventEntry WHERE " + database.isOneOfEntryIds())) {
            database.setEntryIds(select, 1, own);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taken.add(database.read(rows).entryId());
                }
            }
        }
        return taken;
    }

    private static Map<String, Long> lastSequences(
            Connection connection, Database database, Set<String> aggregateIdentifiers) throws SQLException {
        Map<String, Long> last = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT aggregateIdentifier, MAX(sequenceNumber) FROM DomainEventEntry WHERE "
                        + database.isOneOfAggregates() + " GROUP BY aggregateIdentifier")) {
            database.setAggregates(select, 1, aggregateIdentifiers);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return last;
    }
}
