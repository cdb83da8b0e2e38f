package org.conductregister.web.load;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many reads are answered at once, so that those let in are answered quickly and whoever logs an entry finds a core. Others
 * wait for a short time, in the order in which they came. A place is held for {@link #LONGEST_HELD} at most: an answer that takes longer
 * waits for its caller to take it, and keeps nobody else out. Thread-safe.
 */
public final class ReadPlaces {

    /** The longest that a read waits for a place. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    static final Duration LONGEST_HELD = Duration.ofSeconds(2);

    /** The most reads that wait, each with a thread. */
    static final int MOST_WAITING = 400;

    private static final String PLACE = ReadPlaces.class.getName();

    private final Semaphore free;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Set<Place> held = ConcurrentHashMap.newKeySet();

    ReadPlaces(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** A place that a read has until it leaves it. */
    final class Place {

        private final long since;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(long since) {
            this.since = since;
        }

        /** Gives the place to somebody else; a second time does nothing. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                held.remove(this);
                free.release();
            }
        }

        /** Says that a request has it, so that {@link ReadPlaces#leave} can be called by whoever answers. */
        void isOf(ServletRequest request) {
            request.setAttribute(PLACE, this);
        }
    }

    /** Waits for a place; returns null where none becomes free in time, or too many wait. */
    @Nullable
    Place enter() {
        if (!waiting.tryAcquire()) {
            return null;
        }
        try {
            if (!free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting.release();
        }
        var place = new Place(System.nanoTime());
        held.add(place);
        return place;
    }

    /** Gives up the place of a request that goes on to wait for what has limits of its own. */
    public static void leave(ServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Place place) {
            place.leave();
        }
    }

    /** Takes places back that have been held for too long. */
    void takeBack(long nanoTime) {
        held.stream()
                .filter(place -> nanoTime - place.since > LONGEST_HELD.toNanos())
                .forEach(Place::leave);
    }
}
