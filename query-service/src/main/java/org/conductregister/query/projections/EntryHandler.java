package org.conductregister.query.projections;

import static java.util.Objects.requireNonNull;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.platform.Provenance;
import org.jspecify.annotations.Nullable;

/** Hands entries to a view. A dead letter that is tried again is committed by itself: only then may it leave its queue. */
final class EntryHandler implements EventMessageHandler {

    private final View view;

    EntryHandler(View view) {
        this.view = view;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        view.apply(entryOf(message));
        if (CurrentUnitOfWork.get().resources().containsKey(DeadLetter.class.getName())) {
            var head = view.head().now();
            view.commit(head.position(), head.recordedAt());
        }
        return null;
    }

    static RecordedEntry entryOf(EventMessage<?> message) {
        return entryOf(message, positionOf(message));
    }

    /** Returns the entry of a message that does not say where in the log it is. */
    static RecordedEntry entryOf(EventMessage<?> message, long position) {
        var record = RecordId.parse(((DomainEventMessage<?>) message).getAggregateIdentifier());
        var entry = new Entry(EntryId.of(message.getIdentifier()), record, (Fact) message.getPayload());
        return new RecordedEntry(
                position,
                message.getTimestamp(),
                provenance(message, Provenance.RECORDED_BY),
                provenance(message, Provenance.CORRELATION_ID),
                entry);
    }

    private static String provenance(EventMessage<?> message, String key) {
        return requireNonNull((String) message.getMetaData().get(key), key);
    }

    static long positionOf(EventMessage<?> message) {
        return SharedLogSource.positionOf(((TrackedEventMessage<?>) message).trackingToken());
    }
}
