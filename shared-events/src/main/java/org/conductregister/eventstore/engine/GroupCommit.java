package org.conductregister.eventstore.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One lock that costs order and not throughput: of the callers that come together one commits for all of them, in the
 * order they came, while the next ones gather.
 *
 * <p>No caller is left waiting, whatever becomes of the one that leads: a group that was taken up is always settled, and
 * the lead always passes on. A caller that is interrupted waits on, for its work may already be in a commit, and is
 * interrupted still when it returns. Thread-safe.
 *
 * @param <T> the work of one caller
 */
public final class GroupCommit<T> {

    /** More callers than this do not make a commit cheaper for each. */
    private static final int LARGEST_GROUP = 128;

    /** Commits the work of callers. */
    @FunctionalInterface
    public interface Committer<T> {
        /**
         * Commits the work of all, in this order, or of none. Called by one thread at a time.
         *
         * @throws MemberAtFault if each one's work should be tried by itself; never for a group of one
         */
        void commit(List<T> group) throws MemberAtFault;
    }

    /** Nothing was committed, and it is the work of one member, not the store, that is to blame. */
    public static final class MemberAtFault extends Exception {

        private static final long serialVersionUID = 1;

        /** @param cause what the store said */
        public MemberAtFault(Throwable cause) {
            super(cause);
        }
    }

    /** The work was not begun, and will not be. */
    public static final class WaitedTooLongException extends Exception {

        private static final long serialVersionUID = 1;

        WaitedTooLongException(Duration wait) {
            super("Not taken up within " + wait);
        }
    }

    private static final class Ticket<T> {
        final T work;
        boolean settled;
        boolean committed;

        @Nullable
        RuntimeException failure;

        Ticket(T work) {
            this.work = work;
        }
    }

    private final Committer<T> committer;
    private final Duration wait;
    private final BiFunction<String, @Nullable Throwable, ? extends RuntimeException> failure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turn = lock.newCondition();
    private final Deque<Ticket<T>> waiting = new ArrayDeque<>();
    private boolean led;

    /**
     * A group commit in which nobody waits yet.
     *
     * @param wait how long work waits to be taken up; once it is, its end is awaited however long that takes
     * @param failure makes what is thrown to each caller whose group was not committed, of a sentence and the cause
     */
    public GroupCommit(
            Committer<T> committer,
            Duration wait,
            BiFunction<String, @Nullable Throwable, ? extends RuntimeException> failure) {
        this.committer = committer;
        this.wait = wait;
        this.failure = failure;
    }

    /**
     * Returns once the work is committed.
     *
     * @throws WaitedTooLongException if it was not taken up in time
     * @throws RuntimeException what the committer threw for this work by itself
     * @throws RuntimeException what the constructor was given to make, if the commit failed of the group that this work was in
     */
    public void submit(T work) throws WaitedTooLongException {
        Ticket<T> mine = new Ticket<>(work);
        if (mustLead(mine)) {
            lead(mine);
        }
        if (!mine.committed) {
            throw mine.failure != null ? mine.failure : failure.apply("Whoever led the commit broke off", null);
        }
    }

    private boolean mustLead(Ticket<T> mine) throws WaitedTooLongException {
        boolean interrupted = false;
        long until = System.nanoTime() + wait.toNanos();
        lock.lock();
        try {
            waiting.add(mine);
            while (led && !mine.settled) {
                long left = until - System.nanoTime();
                try {
                    if (left > 0) {
                        turn.awaitNanos(left);
                    } else if (waiting.remove(mine)) {
                        throw new WaitedTooLongException(wait);
                    } else {
                        turn.await(); // its group has been taken up
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            led |= !mine.settled;
            return !mine.settled;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Clears the interrupt meanwhile, or the commit of all callers would be refused a connection. */
    private void lead(Ticket<T> mine) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!mine.settled) {
                settle(nextGroup());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            lock.lock();
            try {
                led = false;
                waiting.remove(mine);
                turn.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private List<Ticket<T>> nextGroup() {
        lock.lock();
        try {
            List<Ticket<T>> group = waiting.stream().limit(LARGEST_GROUP).toList();
            for (int taken = 0; taken < group.size(); taken++) {
                waiting.removeFirst();
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void settle(List<Ticket<T>> group) {
        try {
            if (group.size() == 1) {
                settleAlone(group.getFirst());
            } else {
                settleTogether(group);
            }
        } finally {
            lock.lock();
            try {
                group.forEach(ticket -> ticket.settled = true);
                turn.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void settleTogether(List<Ticket<T>> group) {
        try {
            committer.commit(group.stream().map(ticket -> ticket.work).toList());
            group.forEach(ticket -> ticket.committed = true);
        } catch (MemberAtFault e) {
            group.forEach(this::settleAlone);
        } catch (RuntimeException e) {
            group.forEach(ticket -> ticket.failure = failure.apply(e.getMessage(), e));
        }
    }

    private void settleAlone(Ticket<T> ticket) {
        try {
            committer.commit(List.of(ticket.work));
            ticket.committed = true;
        } catch (MemberAtFault e) {
            throw new IllegalStateException("A group of one has nobody else to blame", e);
        } catch (RuntimeException e) {
            ticket.failure = e;
        }
    }
}
