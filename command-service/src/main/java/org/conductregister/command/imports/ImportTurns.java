package org.conductregister.command.imports;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.conductregister.command.imports.run.ImportClaim;
import org.conductregister.platform.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs, while this node has the claim, one import after another that was sent to it or to another node. Looks for them twice
 * a second, and at once where one was sent here. Thread-safe.
 */
final class ImportTurns {

    private static final Logger log = LoggerFactory.getLogger(ImportTurns.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration CLAIM_EVERY = Duration.ofSeconds(2);

    private final ImportClaim claim;
    private final BooleanSupplier runNext;
    private final Semaphore sent = new Semaphore(0);
    private final ScheduledExecutorService claiming =
            Executors.newSingleThreadScheduledExecutor(Background.threads("import-claim"));
    private final Thread runner;
    private volatile boolean ending;

    /** @param runNext runs the import whose turn it is; returns false where there is none */
    ImportTurns(ImportClaim claim, BooleanSupplier runNext) {
        this.claim = claim;
        this.runNext = runNext;
        this.runner = Background.threads("import").newThread(this::run);
    }

    void begin() {
        var unused =
                claiming.scheduleWithFixedDelay(this::claimOrNot, 0, CLAIM_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        runner.start();
    }

    /** While the database does not answer, the claim that there is comes to its end. */
    private void claimOrNot() {
        try {
            boolean unused = claim.claim();
        } catch (RuntimeException e) {
            log.warn("Whether imports are to be run here is not known: {}", e.getMessage());
        }
    }

    void wake() {
        sent.release();
    }

    private void run() {
        while (!ending) {
            boolean ran = false;
            try {
                ran = claim.isHeld() && runNext.getAsBoolean();
            } catch (RuntimeException e) {
                log.warn("Imports that wait cannot be looked for: {}", e.getMessage());
            }
            if (!ran && !isSent()) {
                return;
            }
        }
    }

    /** Waits until one is sent, or it is time to look; false where it is interrupted. */
    private boolean isSent() {
        try {
            boolean unused = sent.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            sent.drainPermits();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Has another node run them, once the one that runs has come to the end of its batch.
     *
     * @return whether it has in time
     */
    boolean end(Duration within) throws InterruptedException {
        ending = true;
        wake();
        boolean ended = runner.getState() == Thread.State.NEW || runner.join(within);
        claiming.shutdownNow();
        if (ended) {
            letGo();
        }
        return ended;
    }

    private void letGo() {
        try {
            claim.letGo();
        } catch (RuntimeException e) {
            log.info("The claim of imports ends by itself: {}", e.getMessage());
        }
    }
}
