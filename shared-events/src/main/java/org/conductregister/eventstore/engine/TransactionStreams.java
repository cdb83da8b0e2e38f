package org.conductregister.eventstore.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredEventData;

/** Reads the facts of an aggregate in a transaction that may have appended to it. Thread-safe. */
final class TransactionStreams {

    private final Database database;
    private final FactSerializer serializer;
    private final EventUpcaster upcasters;
    private final PayloadSeal seal;

    TransactionStreams(Database database, FactSerializer serializer, EventUpcaster upcasters, PayloadSeal seal) {
        this.seal = seal;
        this.database = database;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    AppendGuard.Streams in(Connection transaction) {
        return aggregate -> facts(events(transaction, aggregate));
    }

    private List<StoredEventData> events(Connection transaction, String aggregate) throws SQLException {
        String ofAggregate = "SELECT " + database.columns()
                + " FROM DomainEventEntry WHERE aggregateIdentifier = ? ORDER BY sequenceNumber";
        try (PreparedStatement select = transaction.prepareStatement(ofAggregate)) {
            select.setString(1, aggregate);
            List<StoredEventData> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new StoredEventData(database.read(row), seal));
                }
            }
            return events;
        }
    }

    private List<AppendGuard.Identified> facts(List<StoredEventData> events) {
        List<AppendGuard.Identified> facts = new ArrayList<>(events.size());
        EventStreamUtils.upcastAndDeserializeDomainEvents(events.stream(), serializer, upcasters)
                .forEachRemaining(
                        event -> facts.add(new AppendGuard.Identified(event.getIdentifier(), event.getPayload())));
        return facts;
    }
}
