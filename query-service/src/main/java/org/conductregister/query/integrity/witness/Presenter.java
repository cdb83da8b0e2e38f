package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.platform.Background;
import org.conductregister.tlog.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the newest head to one witness, on a thread of its own: who is slow misses heads in between, for which later ones stand
 * too, and holds up nobody else. Who cannot be reached, or refuses, is tried again. Thread-safe.
 */
final class Presenter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Presenter.class);

    private final Witness witness;
    private final Duration retry;
    private final Clock clock;
    private final Semaphore offered = new Semaphore(0);

    private volatile WitnessState state;
    private volatile @Nullable Offer newest;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** @param retry how long it waits after a failure */
    Presenter(Witness witness, Duration retry, Clock clock) {
        this.witness = witness;
        this.retry = retry;
        this.clock = clock;
        this.state = WitnessState.of(witness);
    }

    private record Offer(SealedHead head, LogSealer sealer) {

        boolean isOf(@Nullable Checkpoint checkpoint) {
            return head.checkpoint().equals(checkpoint);
        }
    }

    /** Has a head shown, unless it has been. Returns at once. */
    synchronized void offer(SealedHead head, LogSealer sealer) {
        Offer before = newest;
        if (closed || (before != null && before.isOf(head.checkpoint()))) {
            return;
        }
        newest = new Offer(head, sealer);
        if (thread == null) {
            thread = Background.threads("log-witness").newThread(this::showAll);
            thread.start();
        }
        offered.release();
    }

    private void showAll() {
        Checkpoint seen = null;
        try {
            while (!closed) {
                offered.tryAcquire(retry.toMillis(), TimeUnit.MILLISECONDS);
                offered.drainPermits();
                Offer offer = newest;
                if (offer != null && !offer.isOf(seen) && show(offer)) {
                    seen = offer.head().checkpoint();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean show(Offer offer) throws InterruptedException {
        long size = offer.head().checkpoint().size();
        try {
            witness.show(offer.head(), offer.sealer());
            state = state.seen(size, clock.instant());
            return true;
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                log.warn("The head of {} entries could not be shown to {}: {}", size, witness.name(), e.toString());
            }
            state = state.failed(e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString());
            return false;
        }
    }

    Witness witness() {
        return witness;
    }

    WitnessState state() {
        return state;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
