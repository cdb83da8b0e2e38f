package org.conductregister.web.codelists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.conductregister.entries.CodeList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Remembers the labels for {@link #LIFETIME}, so that a page of a thousand codes costs no query. A change made in this process shows
 * at once, one made in another process after that time. Where the database cannot be read, the labels stay as they were last
 * read; where they never were, they are those that the product comes with: a page does without news of labels rather than fail.
 */
public class RememberedLabels implements CodeLabels {

    static final Duration LIFETIME = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RememberedLabels.class);

    private final StoredCodes stored;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Remembered remembered;
    private boolean failing; // guarded by reading

    RememberedLabels(StoredCodes stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
        this.remembered = new Remembered(StoredCodes.supplied(), Instant.MIN);
    }

    private record Remembered(Map<CodeList, Map<String, String>> labels, Instant until) {}

    @Override
    public @Nullable String of(CodeList list, String code) {
        if (!clock.instant().isBefore(remembered.until())) {
            readAnew();
        }
        return remembered.labels().get(list).get(code);
    }

    /** The next label asked for is read anew: call it once a change is committed. */
    public void forget() {
        reading.lock();
        try {
            remembered = new Remembered(remembered.labels(), Instant.MIN);
        } finally {
            reading.unlock();
        }
    }

    private void readAnew() {
        reading.lock();
        try {
            var now = clock.instant();
            if (now.isBefore(remembered.until())) {
                return; // another thread has read them meanwhile
            }
            remembered = new Remembered(read(), now.plus(LIFETIME));
        } finally {
            reading.unlock();
        }
    }

    private Map<CodeList, Map<String, String>> read() {
        try {
            var read = stored.read();
            failing = false;
            return read;
        } catch (DataAccessException e) {
            if (!failing) {
                LOG.warn("The labels of the code lists cannot be read, and are shown as they were: {}", e.getMessage());
            }
            failing = true;
            return remembered.labels();
        }
    }
}
