package org.conductregister.query.projections.deadletters;

import java.util.function.LongFunction;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEventEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterMongoConverter;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/**
 * Stores a dead letter as the position of its entry in the log. So there is no second copy of the entry, and a retry reads
 * it by the rules of the program as it is then.
 */
final class PositionDeadLetterConverter implements DeadLetterMongoConverter<EventMessage<?>> {

    private static final EventEntryConfiguration NAMES = EventEntryConfiguration.getDefault();

    private static final String POSITION = "position";

    private final LongFunction<EventMessage<?>> entryAt;

    PositionDeadLetterConverter(LongFunction<EventMessage<?>> entryAt) {
        this.entryAt = entryAt;
    }

    @Override
    public DeadLetterEventEntry convert(EventMessage<?> message, Serializer serializer) {
        var entry = (DomainEventMessage<?>) message;
        var reference = new Document(NAMES.aggregateIdentifierProperty(), entry.getAggregateIdentifier())
                .append(NAMES.typeProperty(), entry.getType())
                .append(NAMES.sequenceNumberProperty(), entry.getSequenceNumber())
                .append(NAMES.eventIdentifierProperty(), entry.getIdentifier())
                .append(NAMES.timestampProperty(), DateTimeUtils.formatInstant(entry.getTimestamp()))
                .append(NAMES.payloadProperty(), Long.toString(positionOf(entry)))
                .append(NAMES.payloadTypeProperty(), POSITION)
                .append("messageType", POSITION);
        return new DeadLetterEventEntry(reference, NAMES);
    }

    @Override
    public EventMessage<?> convert(DeadLetterEventEntry reference, Serializer serializer) {
        long position = Long.parseLong((String) reference.getPayload().getData());
        return entryAt.apply(position);
    }

    private static long positionOf(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
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
