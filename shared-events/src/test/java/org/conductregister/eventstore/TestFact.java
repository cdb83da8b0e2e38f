package org.conductregister.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.StoredType;
import tools.jackson.databind.json.JsonMapper;

/** Two facts of an imaginary register, which has pigeons. */
public sealed interface TestFact {

    /** A pigeon was seen. */
    record PigeonSeen(LocalDate occurredOn, String colour) implements TestFact {}

    /** A pigeon has gone. */
    record PigeonGone(LocalDate occurredOn) implements TestFact {}

    Map<StoredType, Class<?>> STORED_TYPES = Map.of(
            new StoredType("pigeon.seen", "1"), PigeonSeen.class,
            new StoredType("pigeon.gone", "1"), PigeonGone.class);

    LocalDate DAY = LocalDate.of(2012, 3, 4);

    static FactSerializer serializer() {
        return new FactSerializer(JsonMapper.shared(), STORED_TYPES);
    }

    static DomainEventMessage<?> seen(String pigeon, long sequence) {
        return seen(pigeon, sequence, UUID.randomUUID().toString());
    }

    static DomainEventMessage<?> seen(String pigeon, long sequence, String entryId) {
        return new GenericDomainEventMessage<>(
                "Pigeon",
                "pigeon/" + pigeon,
                sequence,
                new PigeonSeen(DAY, "grey"),
                MetaData.with("recordedBy", "handler"),
                entryId,
                Instant.EPOCH);
    }
}
