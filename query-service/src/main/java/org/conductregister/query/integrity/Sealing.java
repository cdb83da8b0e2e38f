package org.conductregister.query.integrity;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.integrity.HeadsUnreadableException;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.SealingRules;
import org.conductregister.integrity.Verdict;
import org.conductregister.platform.Background;
import org.conductregister.query.integrity.witness.Witnesses;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;

/**
 * Follows the log from when the register is ready until it stops, and has it sealed. Once a day it verifies the whole log. Both
 * are done in the background. Thread-safe.
 */
public final class Sealing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private static final long LOOK_EVERY_MILLIS = 500;
    private static final Duration FIRST_VERIFICATION_AFTER = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final @Nullable SealingRules rules;
    private final RowSource rows;
    private final Clock clock;
    private final Duration verifyEvery;
    private final Witnesses witnesses;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable LogSealer sealer;
    private volatile @Nullable String refusal;
    private @Nullable Thread follower;
    private @Nullable Thread verifier;

    /** @param rules null where this process does not seal */
    Sealing(@Nullable SealingRules rules, RowSource rows, Clock clock, Duration verifyEvery, Witnesses witnesses) {
        this.rules = rules;
        this.rows = rows;
        this.clock = clock;
        this.verifyEvery = verifyEvery;
        this.witnesses = witnesses;
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        if (rules != null && follower == null) {
            follower = Background.threads("log-sealing").newThread(this::follow);
            follower.start();
        }
    }

    private void follow() {
        LogSealer opening = open();
        if (opening == null) {
            return;
        }
        sealer = opening;
        opened.countDown();
        verifier = Background.threads("log-verification").newThread(() -> verifyNowAndThen(opening));
        verifier.start();
        do {
            tryTo("sealed", opening, opening::follow);
            opening.head().ifPresent(head -> witnesses.offer(head, opening));
        } while (!isStoppedWithin(LOOK_EVERY_MILLIS));
    }

    /** Tries until it can: the log may be out of reach for a while. */
    private @Nullable LogSealer open() {
        do {
            try {
                return new LogSealer(rows, Objects.requireNonNull(rules), clock);
            } catch (HeadsUnreadableException | EventStoreException | UncheckedIOException e) {
                String why = String.valueOf(e.getMessage());
                if (!why.equals(refusal)) {
                    log.error("The log is not sealed: {}", why);
                }
                refusal = why;
                opened.countDown();
            }
        } while (!isStoppedWithin(20 * LOOK_EVERY_MILLIS));
        return null;
    }

    private void verifyNowAndThen(LogSealer opened) {
        long wait = Math.min(FIRST_VERIFICATION_AFTER.toMillis(), verifyEvery.toMillis());
        while (!isStoppedWithin(wait)) {
            tryTo("verified", opened, () -> {
                Verdict verdict = opened.verifyAll();
                if (verdict instanceof Verdict.Altered altered) {
                    log.error("The log is not what was sealed: {}", altered.sentence());
                }
            });
            wait = verifyEvery.toMillis();
        }
    }

    private static void tryTo(String what, LogSealer sealer, Runnable task) {
        try {
            task.run();
            sealer.reportTrouble(null);
        } catch (EventStoreException | UncheckedIOException e) {
            if (sealer.state().trouble() == null) {
                log.warn("The log cannot be {}: {}", what, e.getMessage());
            }
            sealer.reportTrouble("The log cannot be %s: %s".formatted(what, e.getMessage()));
        }
    }

    private boolean isStoppedWithin(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns what seals; empty where it is not open, or this process does not seal. */
    Optional<LogSealer> opened() {
        return Optional.ofNullable(sealer);
    }

    /** Returns why nothing is sealed: the key or the heads cannot be read; empty where they can. */
    Optional<String> refusal() {
        return sealer == null ? Optional.ofNullable(refusal) : Optional.empty();
    }

    /** Whether this process seals the log. */
    boolean isOn() {
        return rules != null;
    }

    /**
     * Returns what seals, waiting a little for it to be open.
     *
     * @throws org.conductregister.web.ProblemException 404 where this process does not seal, 503 where it cannot yet
     */
    public LogSealer required() {
        if (rules == null) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "LOG_NOT_SEALED",
                            "The log is not sealed by this service: no register.integrity.directory is configured.")
                    .exception();
        }
        LogSealer found = awaited();
        if (found == null) {
            String why = refusal;
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "SEALING_NOT_READY",
                            why == null ? "What was sealed is being opened. Try again in a moment." : why)
                    .exception();
        }
        return found;
    }

    private @Nullable LogSealer awaited() {
        try {
            return opened.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS) ? sealer : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /**
     * Returns the last head, one that an entry is under, where the log has it: what is not sealed yet is sealed at once.
     *
     * @param position the entry's; 0 for none
     * @throws org.conductregister.web.ProblemException where there is no head
     */
    SealedHead headFor(long position) {
        LogSealer open = required();
        Optional<SealedHead> head = open.head();
        if (head.isEmpty() || head.get().checkpoint().size() < position) {
            tryTo("sealed", open, open::sealNow);
            head = open.head();
        }
        return head.orElseThrow(() -> Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "SEALING_NOT_READY",
                        "No head of the log is signed yet. Try again in a moment.")
                .exception());
    }

    /** Seals what was recorded last. */
    @Override
    public void close() {
        stopping.countDown();
        awaitEnd(follower);
        awaitEnd(verifier);
        LogSealer open = sealer;
        if (open != null) {
            tryTo("sealed", open, open::sealNow);
            open.close();
        }
        witnesses.close();
    }

    private static void awaitEnd(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join(LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
