package org.conductregister.web.accesslog;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.conductregister.web.Problem;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Keeps who looked at what. {@link #append} puts an entry into a queue, which costs some microseconds; one thread commits all
 * that wait, some {@value #LINGER_MILLIS} ms later, durably. What a process that is killed had not committed yet is lost, and
 * the next one says so with {@link Action#BROKEN_OFF}. Where entries cannot be committed, {@link #trouble} says why until they
 * can; they wait meanwhile, and those for which there is no room are counted by an entry {@link Action#LOST}. Thread-safe.
 */
public final class AccessLog implements AutoCloseable {

    /** Entries that wait at the most; some 10 MB. */
    static final int MOST_WAITING = 20_000;

    private static final int AT_A_TIME = 1_000;
    private static final long LINGER_MILLIS = 20;
    private static final long RETRY_MILLIS = 250;
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(AccessLog.class);

    private final AccessStore store;
    private final Clock clock;
    private final boolean required;
    private final String node;
    private final int mostWaiting;
    private final Thread writer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition committed = lock.newCondition();
    private final ArrayDeque<AccessEntry> waiting = new ArrayDeque<>();
    private long taken;
    private long written;
    private long lost;
    private boolean closing;
    private volatile @Nullable String trouble;

    /**
     * Begins to keep entries.
     *
     * @param required whether nobody may look at anything while entries cannot be kept
     * @param node the name of this process among those that share the store
     */
    AccessLog(AccessStore store, Clock clock, boolean required, String node) {
        this(store, clock, required, node, MOST_WAITING);
    }

    AccessLog(AccessStore store, Clock clock, boolean required, String node, int mostWaiting) {
        this.store = store;
        this.clock = clock;
        this.required = required;
        this.node = "node=" + node;
        this.mostWaiting = mostWaiting;
        this.writer = Thread.ofPlatform().name("access-log").daemon().start(this::write);
    }

    /** Whether looks are to be refused, for nobody would know of them. */
    boolean refusesLooks() {
        return required && trouble != null;
    }

    /** Whether nobody may look at anything while entries cannot be kept. */
    boolean isRequired() {
        return required;
    }

    /** Returns why entries cannot be kept at present, as a sentence; null while they can. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Takes an entry to be kept. Never waits. */
    void append(AccessEntry entry) {
        lock.lock();
        try {
            if (waiting.size() >= mostWaiting || closing) {
                lost++;
                trouble = "More looks wait to be kept than there is room for.";
            } else {
                waiting.add(entry);
                taken++;
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        boolean begun = false;
        var batch = new ArrayList<AccessEntry>();
        while (take(batch, begun)) {
            try {
                if (!begun) {
                    store.append(List.of(beginning()));
                    begun = true;
                }
                if (!batch.isEmpty()) {
                    store.append(batch);
                }
                wrote(batch);
            } catch (SQLException | RuntimeException e) {
                failed(e);
            }
        }
        if (begun && batch.isEmpty()) {
            end();
        }
    }

    /** The first entry, which says how the process before ended. */
    private AccessEntry beginning() throws SQLException {
        var last = store.lastOfTheLog(node);
        boolean broken = last != null && last.entry().action() != Action.STOPPED;
        return AccessEntry.ofTheLog(clock.instant(), broken ? Action.BROKEN_OFF : Action.STARTED, node);
    }

    /**
     * Waits for entries, and puts them behind those that could not be written before.
     *
     * @param begun whether the first entry is written; else the batch may be empty
     * @return false where the log is being closed and all is written, or cannot be
     */
    private boolean take(List<AccessEntry> batch, boolean begun) {
        lock.lock();
        try {
            boolean again = trouble != null || !batch.isEmpty();
            pause(again ? RETRY_MILLIS : begun ? LINGER_MILLIS : 0);
            while (begun && waiting.isEmpty() && batch.isEmpty() && lost == 0 && !closing) {
                arrived.await();
            }
            if (closing && (again || (begun && waiting.isEmpty()))) {
                return false;
            }
            if (lost > 0) {
                waiting.addFirst(AccessEntry.ofTheLog(clock.instant(), Action.LOST, "count=" + lost));
                taken++;
                lost = 0;
            }
            while (batch.size() < AT_A_TIME && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets more entries come together, or a disk have room again. */
    private void pause(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        while (left > 0 && !closing) {
            left = arrived.awaitNanos(left);
        }
    }

    private void wrote(List<AccessEntry> batch) {
        lock.lock();
        try {
            written += batch.size();
            batch.clear();
            if (trouble != null) {
                log.info("The access log is kept again");
                trouble = null;
            }
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Exception e) {
        if (trouble == null) {
            log.error("Who looks at what cannot be kept{}", required ? "; nobody is shown anything" : "", e);
        }
        trouble = "Who looks at what cannot be kept: " + e.getMessage();
    }

    private void end() {
        try {
            store.append(List.of(AccessEntry.ofTheLog(clock.instant(), Action.STOPPED, node)));
        } catch (SQLException | RuntimeException e) {
            log.warn("The end of the access log could not be kept", e);
        }
    }

    /**
     * Waits until all that was appended before is kept.
     *
     * @return false where that took too long
     */
    public boolean await(Duration longest) {
        lock.lock();
        try {
            long upTo = taken;
            long left = longest.toNanos();
            while (written < upTo && left > 0) {
                left = committed.awaitNanos(left);
            }
            return written >= upTo;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns a page of entries, the latest first.
     *
     * @param before the id that all of them are less than
     * @throws org.conductregister.web.ProblemException {@code ACCESS_LOG_UNREADABLE} where they cannot be read
     */
    public List<StoredAccess> latest(AccessQuery query, long before, int limit) {
        try {
            return store.latest(query, before, limit);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads entries in the order in which they were kept.
     *
     * @throws org.conductregister.web.ProblemException {@code ACCESS_LOG_UNREADABLE} where they cannot be read
     */
    public void forEach(AccessQuery query, Consumer<StoredAccess> reader) {
        try {
            store.forEach(query, reader);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(SQLException cause) {
        log.error("The access log cannot be read", cause);
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "ACCESS_LOG_UNREADABLE",
                        "The access log cannot be read at present. Try again later; an administrator has to see to it if it"
                                + " lasts.")
                .exception();
    }

    /** Removes what is older than it is to be kept. */
    void removeBefore(Instant first) {
        try {
            int removed = store.removeBefore(first);
            if (removed > 0) {
                log.info("{} entries of the access log from before {} were removed", removed, first);
            }
        } catch (SQLException e) {
            log.warn("Old entries of the access log could not be removed", e);
        }
    }

    /** Destroys the keys of words searched for that have been kept for long enough. */
    void forgetWords(Instant now) {
        try {
            store.forgetWords(now);
        } catch (SQLException | RuntimeException e) {
            log.warn("Words that were searched for could not be forgotten, and will be tried again tomorrow", e);
        }
    }

    /** Keeps what still waits, for some seconds at the most. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!writer.join(LONGEST_END)) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
