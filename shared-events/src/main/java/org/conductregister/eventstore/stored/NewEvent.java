package org.conductregister.eventstore.stored;

import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * An event ready to be written; the append gives it its position and its {@code recordedAt}.
 *
 * @param fact what the payload is the JSON of
 */
public record NewEvent(
        UUID entryId,
        String aggregateType,
        String aggregateIdentifier,
        long sequence,
        StoredType type,
        String payload,
        String metadata,
        Object fact) {

    /** Returns the event with another payload. */
    public NewEvent withPayload(String other) {
        return new NewEvent(entryId, aggregateType, aggregateIdentifier, sequence, type, other, metadata, fact);
    }

    /**
     * Serializes the event that a message carries.
     *
     * @throws IllegalArgumentException if the event is not of an aggregate, or its identifier not a UUID
     */
    public static NewEvent from(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("Only facts of a record are kept in the log, not "
                    + message.getPayloadType().getName());
        }
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        return new NewEvent(
                EntryIds.parse(event.getIdentifier()),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                new StoredType(payload.getType().getName(), payload.getType().getRevision()),
                payload.getData(),
                event.serializeMetaData(serializer, String.class).getData(),
                event.getPayload());
    }
}
