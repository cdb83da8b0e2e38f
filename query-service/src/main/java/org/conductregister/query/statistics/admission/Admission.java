package org.conductregister.query.statistics.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.conductregister.query.statistics.admission.TooManyQuestionsException.Whose;

/**
 * Admits large questions: so many at once, so many that wait, and so many of one user. A place is held from the first look at the
 * counts until the answer is written, since until then the answer is in memory. Thread-safe.
 */
final class Admission {

    /** The longest that a question waits for its place. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    static final int MOST_OF_ONE_USER = 4;
    private static final int MOST_WAITING = 12;

    private final Semaphore places;
    private final Map<String, Integer> ofUser = new HashMap<>();
    private int inside;
    private final int most;

    /** @param atOnce how many are answered at once */
    Admission(int atOnce) {
        this.places = new Semaphore(atOnce, true);
        this.most = atOnce + MOST_WAITING;
    }

    /**
     * Waits for a place.
     *
     * @param longest the time within which it must come
     * @throws TooManyQuestionsException where there is none in time, or the user has enough of them
     */
    void enter(String user, Duration longest) {
        count(user);
        boolean admitted = false;
        try {
            admitted = places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!admitted) {
                uncount(user);
            }
        }
        if (!admitted) {
            throw new TooManyQuestionsException(Whose.OF_ALL);
        }
    }

    /** Gives a place back. */
    void leave(String user) {
        places.release();
        uncount(user);
    }

    private synchronized void count(String user) {
        if (ofUser.getOrDefault(user, 0) >= MOST_OF_ONE_USER) {
            throw new TooManyQuestionsException(Whose.OF_ONE);
        }
        if (inside >= most) {
            throw new TooManyQuestionsException(Whose.OF_ALL);
        }
        ofUser.merge(user, 1, Integer::sum);
        inside++;
    }

    private synchronized void uncount(String user) {
        ofUser.computeIfPresent(user, (id, count) -> count == 1 ? null : count - 1);
        inside--;
    }
}
