package org.conductregister.query.projections;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEventEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterMongoConverter;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/**
 * Keeps of a dead letter where its entry lies in the log, not what it says. So no second copy of it is left about, and
 * it is read as the program understands it when it is tried again.
 */
final class LetterByPosition implements DeadLetterMongoConverter<EventMessage<?>> {

    private static final EventEntryConfiguration NAMES = EventEntryConfiguration.getDefault();

    private static final String POSITION = "position";

    private final LogFeed feed;

    LetterByPosition(LogFeed feed) {
        this.feed = feed;
    }

    @Override
    public DeadLetterEventEntry convert(EventMessage<?> message, Serializer serializer) {
        var entry = (DomainEventMessage<?>) message;
        var reference = new Document(NAMES.aggregateIdentifierProperty(), entry.getAggregateIdentifier())
                .append(NAMES.typeProperty(), entry.getType())
                .append(NAMES.sequenceNumberProperty(), entry.getSequenceNumber())
                .append(NAMES.eventIdentifierProperty(), entry.getIdentifier())
                .append(NAMES.timestampProperty(), DateTimeUtils.formatInstant(entry.getTimestamp()))
                .append(NAMES.payloadProperty(), Long.toString(EntryHandler.positionOf(entry)))
                .append(NAMES.payloadTypeProperty(), POSITION)
                .append("messageType", POSITION);
        return new DeadLetterEventEntry(reference, NAMES);
    }

    @Override
    public EventMessage<?> convert(DeadLetterEventEntry reference, Serializer serializer) {
        long position = Long.parseLong((String) reference.getPayload().getData());
        return feed.after(position - 1).getFirst();
    }

    @Override
    public boolean canConvert(DeadLetterEventEntry reference) {
        return true;
    }

    @Override
    public boolean canConvert(EventMessage<?> message) {
        return true;
    }
}
