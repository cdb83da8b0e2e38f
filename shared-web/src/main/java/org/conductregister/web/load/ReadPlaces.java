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
 * waits for its caller to take it, and keeps nobody else out.
 *
 * <p>A read that had to wait for its place is hurried: it waits for no view later than {@link #LONGEST_HURRIED} after it came, and does not
 * queue among large questions, so that what is answered at all is answered soon. Thread-safe.
 */
public final class ReadPlaces {

    /** The longest that a read waits for a place. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    /** The time from when a hurried read came until it waits for a view no more. */
    static final Duration LONGEST_HURRIED = Duration.ofSeconds(1);

    static final Duration LONGEST_HELD = Duration.ofSeconds(2);

    /** The most reads that wait for each place, each with a thread. */
    static final int WAITING_FOR_EACH = 20;

    private static final String PLACE = ReadPlaces.class.getName();
    private static final String CAME = PLACE + ".came";
    private static final String HURRIED = PLACE + ".hurried";

    private final Semaphore free;
    private final Semaphore waiting;
    private final Set<Place> held = ConcurrentHashMap.newKeySet();
    private final Duration longestWait;

    ReadPlaces(int atOnce) {
        this(atOnce, LONGEST_WAIT);
    }

    ReadPlaces(int atOnce, Duration longestWait) {
        this.longestWait = longestWait;
        this.free = new Semaphore(atOnce, true);
        this.waiting = new Semaphore(atOnce * WAITING_FOR_EACH);
    }

    /** A place that a read has until it leaves it. */
    final class Place {

        private final long since = System.nanoTime();
        private final AtomicBoolean left = new AtomicBoolean();

        /** Gives the place to somebody else; a second time does nothing. */
        void leave() {
            if (left.compareAndSet(false, true)) {
                held.remove(this);
                free.release();
            }
        }
    }

    /**
     * Waits for a place for a read, which {@link #leave} gives up.
     *
     * @return null where none becomes free in time, or too many wait
     */
    @Nullable
    Place enter(ServletRequest request) {
        if (request.getAttribute(CAME) == null) {
            request.setAttribute(CAME, System.nanoTime());
        }
        if (!hasEntered(request)) {
            return null;
        }
        var place = new Place();
        held.add(place);
        request.setAttribute(PLACE, place);
        return place;
    }

    private boolean hasEntered(ServletRequest request) {
        try {
            return free.tryAcquire(0, TimeUnit.NANOSECONDS) || hasWaited(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean hasWaited(ServletRequest request) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            request.setAttribute(HURRIED, true);
            return free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.release();
        }
    }

    /** Whether a read had to wait for its place. */
    public static boolean isHurried(ServletRequest request) {
        return request.getAttribute(HURRIED) != null;
    }

    /**
     * Returns how long a read may wait for a view: as long as usual, but a hurried one no longer than what is left of its time, which may
     * be nothing.
     */
    public static Duration left(ServletRequest request, Duration usual) {
        if (!isHurried(request) || !(request.getAttribute(CAME) instanceof Long came)) {
            return usual;
        }
        var left = LONGEST_HURRIED.minusNanos(System.nanoTime() - came);
        return left.isNegative() ? Duration.ZERO : left.compareTo(usual) < 0 ? left : usual;
    }

    /** Gives up the place of a request that goes on to wait for what has limits of its own. */
    public static void leave(ServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Place place) {
            place.leave();
        }
    }

    /** Whether as many wait as may. */
    boolean isFull() {
        return waiting.availablePermits() == 0;
    }

    /** Takes places back that have been held for too long. */
    void takeBack(long nanoTime) {
        held.stream()
                .filter(place -> nanoTime - place.since > LONGEST_HELD.toNanos())
                .forEach(Place::leave);
    }
}
