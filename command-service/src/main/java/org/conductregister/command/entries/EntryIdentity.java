package org.conductregister.command.entries;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.conductregister.facts.EntryId;

/**
 * Makes the entry's id the event's identifier. An aggregate cannot choose the identifier of an event that it applies,
 * so the id travels in the metadata until the event is published.
 */
public final class EntryIdentity implements MessageDispatchInterceptor<EventMessage<?>> {

    private static final String ENTRY_ID = "entryId";

    static MetaData of(EntryId entryId) {
        return MetaData.with(ENTRY_ID, entryId.toString());
    }

    static String of(EventMessage<?> event) {
        return event.getMetaData().containsKey(ENTRY_ID)
                ? (String) event.getMetaData().get(ENTRY_ID)
                : event.getIdentifier();
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> identified((DomainEventMessage<?>) event);
    }

    private static EventMessage<?> identified(DomainEventMessage<?> event) {
        var message = new GenericMessage<>(
                of(event), event.getPayload(), event.getMetaData().withoutKeys(Set.of(ENTRY_ID)));
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                message,
                event::getTimestamp);
    }
}
