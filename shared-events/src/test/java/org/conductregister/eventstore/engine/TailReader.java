package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.conductregister.eventstore.LogHead;

/**
 * Reads the tail of a log while others append, and holds the log to its word: nothing new appears at or before a
 * position, or at or before an instant, that has been seen.
 */
final class TailReader implements Callable<Long> {

    private final OrderedEventStorageEngine engine;
    private final long until;
    private long position;
    private Instant recordedAt = Instant.EPOCH;
    private String append = "";

    TailReader(OrderedEventStorageEngine engine, long until) {
        this.engine = engine;
        this.until = until;
    }

    /** Returns how often it looked. */
    @Override
    public Long call() {
        long looks = 0;
        while (position < until) {
            LogHead promised = engine.log().head();
            List<? extends TrackedEventMessage<?>> news = engine.readEvents(
                            new GlobalSequenceTrackingToken(position), false)
                    .toList();
            news.forEach(event -> take(event, promised));
            assertThat(position).isGreaterThanOrEqualTo(promised.position());
            looks++;
        }
        return looks;
    }

    private void take(TrackedEventMessage<?> event, LogHead promised) {
        long next = event.trackingToken().position().orElseThrow();
        assertThat(next).isEqualTo(position + 1);
        String itsAppend = (String) event.getMetaData().get("append");
        if (itsAppend.equals(append)) {
            assertThat(event.getTimestamp()).isEqualTo(recordedAt);
        } else {
            assertThat(event.getTimestamp()).isAfter(recordedAt);
        }
        if (next > promised.position()) {
            assertThat(event.getTimestamp()).isAfter(promised.recordedAt());
        }
        position = next;
        recordedAt = event.getTimestamp();
        append = itsAppend;
    }
}
