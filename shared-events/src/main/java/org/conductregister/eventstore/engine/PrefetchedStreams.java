package org.conductregister.eventstore.engine;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.eventstore.stored.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The streams of many aggregates, read in one query. Until it is closed, the thread that opened it loads aggregates
 * from it. Later appends by others are not seen, so an append to an outdated stream fails with Axon's {@code
 * ConcurrencyException}, as it would without.
 */
public final class PrefetchedStreams implements AutoCloseable {

    private final Map<String, List<StoredEvent>> streams;
    private final Runnable onClose;

    PrefetchedStreams(Collection<String> aggregateIdentifiers, List<StoredEvent> events, Runnable onClose) {
        this.streams = new HashMap<>(events.stream().collect(groupingBy(StoredEvent::aggregateIdentifier)));
        aggregateIdentifiers.forEach(identifier -> streams.putIfAbsent(identifier, List.of()));
        this.onClose = onClose;
    }

    /** {@code null} if the aggregate is not among those prefetched. */
    @Nullable
    List<StoredEvent> stream(String aggregateIdentifier, long firstSequence) {
        List<StoredEvent> stream = streams.get(aggregateIdentifier);
        if (stream == null || firstSequence == 0) {
            return stream;
        }
        return stream.stream()
                .filter(event -> event.sequence() >= firstSequence)
                .toList();
    }

    void forget(String aggregateIdentifier) {
        streams.remove(aggregateIdentifier);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
