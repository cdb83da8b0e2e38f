package org.conductregister.query.projections;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.database.LogUnreadableException;
import org.conductregister.facts.EntryId;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.ProjectionStatus.State;
import org.conductregister.query.viewstore.ViewsDamagedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One view, how it follows the log, and the operations on it. */
public final class Projection {

    private static final Logger log = LoggerFactory.getLogger(Projection.class);

    private final View view;
    private final SharedLogSource source;
    private volatile Follower follower;
    private volatile @Nullable Rebuild rebuild;

    /** Held by who stops the follower, until one runs again. */
    private final Lock control = new ReentrantLock();

    Projection(View view, SharedLogSource source, SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {
        this.view = view;
        this.source = source;
        this.follower = new Follower(view, source, deadLetters);
        view.onDamage(this::rebuildBeside);
        view.onSetBack(this::followAgain);
    }

    public View view() {
        return view;
    }

    /**
     * To be called before it is started: a view that speaks for entries that the log does not have is emptied, and reads
     * the log from its start.
     */
    void requireSameLog(EventLog events) {
        var kept = view.head().now();
        if (kept.position() == 0) {
            return;
        }
        events.reportKept("View " + view.name(), kept.position());
        if (!has(events, kept)) {
            log.warn(
                    "View {} was kept as of entry {}, which the log does not have as it was then; it is rebuilt from the log",
                    view.name(),
                    kept.position());
            follower.forget();
        }
    }

    /** Also where the log cannot be read just there, which says nothing about the view. */
    private static boolean has(EventLog events, Head.At kept) {
        try {
            return events.from(kept.position(), 1)
                    .anyMatch(event -> event.recordedAt().equals(kept.recordedAt()));
        } catch (LogUnreadableException e) {
            return true;
        }
    }

    void start() {
        try {
            follower.start();
        } catch (ViewsDamagedException e) {
            log.warn("View {} is started once it is rebuilt: {}", view.name(), e.getMessage());
        }
    }

    void stop() {
        control.lock();
        try {
            var running = rebuild;
            if (running != null) {
                running.stop();
            }
            follower.stop();
            follower.keep();
            letGo();
        } finally {
            control.unlock();
        }
    }

    /** Where the store does not answer, the other nodes find out by themselves. */
    private void letGo() {
        try {
            view.letGo();
        } catch (RuntimeException e) {
            log.info("View {} was not handed on: {}", view.name(), e.getMessage());
        }
    }

    /** Whether it has come to where the log ended when it was started. */
    boolean caughtUp() {
        return follower.progress() == null;
    }

    public ProjectionStatus status() {
        var now = follower;
        long position = view.head().now().position();
        long head = source.head();
        var failure = now.failure();
        var latest = rebuild;
        return new ProjectionStatus(
                view.name(),
                state(now, failure),
                position,
                head,
                head - position,
                now.deadLetters().counted(),
                failure.map(ProjectionStatus::words).orElse(null),
                now.progress(),
                latest == null ? null : latest.status());
    }

    private static State state(Follower follower, Optional<Throwable> failure) {
        if (!follower.isRunning()) {
            return State.STOPPED;
        }
        if (failure.isPresent()) {
            return State.RETRYING;
        }
        return follower.progress() == null ? State.LIVE : State.REPLAYING;
    }

    /**
     * Has the view made again from the start of the log. Where it can be built beside, it answers as before until the new
     * one has caught up and takes its place; asking again meanwhile changes nothing. Else it forgets everything first.
     */
    public void rebuild() {
        control.lock();
        try {
            var latest = rebuild;
            if (latest != null && latest.isRunning()) {
                return;
            }
            var another = view.another();
            if (another == null) {
                whileStopped(() -> follower.forget());
            } else {
                rebuild = Rebuild.begin(view, another, source, this::takeOver);
            }
        } finally {
            control.unlock();
        }
    }

    private void rebuildBeside() {
        Thread.ofPlatform().name("rebuild-" + view.name()).daemon().start(() -> {
            log.warn("What was stored of view {} is damaged; it is rebuilt from the log", view.name());
            rebuild();
        });
    }

    /** Another node has set back what is stored of the view: it is followed from there. */
    private void followAgain() {
        Thread.ofPlatform().name("follow-again-" + view.name()).daemon().start(() -> {
            control.lock();
            try {
                follower.stop();
                view.goOnAsStored();
                follower = follower.handedTo(view);
                follower.start();
            } finally {
                control.unlock();
            }
        });
    }

    /** The view built beside takes the place of the one that answered, and is followed from where it stands. */
    private void takeOver(View built, Follower builder) throws InterruptedException {
        control.lock();
        try {
            follower.stop();
            try {
                if (!builder.reaches(view.head().now().position())) {
                    throw new IllegalStateException("it was stopped before it had caught up");
                }
                builder.stop();
                view.become(built);
                follower = builder.handedTo(view);
                follower.beginToKeep();
            } finally {
                follower.start();
            }
        } finally {
            control.unlock();
        }
    }

    /** All of them, those of one record together and in order. */
    public List<ParkedEntry> deadLetters() {
        return follower.deadLetters().letters().map(ParkedEntry::of).toList();
    }

    /** Tries the dead letters again: those of a record in order, until one of them fails. */
    public void retry() {
        whileStopped(() -> follower.retry());
    }

    /**
     * Goes on without an entry: the view lacks it until it is rebuilt.
     *
     * @return whether it was a dead letter
     */
    public boolean discard(EntryId entryId) {
        control.lock();
        try {
            var letters = follower.deadLetters();
            var letter = letters.letters()
                    .filter(candidate -> candidate.message().getIdentifier().equals(entryId.toString()))
                    .findFirst();
            letter.ifPresent(letters::evict);
            return letter.isPresent();
        } finally {
            control.unlock();
        }
    }

    private void whileStopped(Runnable work) {
        control.lock();
        try {
            follower.stop();
            try {
                work.run();
            } finally {
                follower.start();
            }
        } finally {
            control.unlock();
        }
    }
}
