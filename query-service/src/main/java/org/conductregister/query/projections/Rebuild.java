package org.conductregister.query.projections;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view built from the start of the log beside the one that answers, compared with it, and put in its place. */
public final class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    /** The progress of a rebuild. */
    public enum State {
        BUILDING,
        COMPARING,
        DONE,
        FAILED
    }

    /**
     * The rebuild shown under {@code /api/v1/projections}.
     *
     * @param progress while it is being built, else null
     * @param differences what the new one answers otherwise than the one before it did; empty until they are compared
     * @param error why it failed, else null; the view then answers as before
     */
    @Schema(name = "RebuildStatus", description = "How far a view is that is built anew beside the one that answers.")
    public record Status(
            State state,
            CatchUp.@Nullable Progress progress,
            List<String> differences,
            @Nullable String error) {}

    /** Puts the view that was built in the place of the one that answers. */
    @FunctionalInterface
    interface TakeOver {

        void by(View built, Follower builder) throws InterruptedException;
    }

    private final View view;
    private final View built;
    private final SharedLogSource source;
    private final Follower builder;
    private final TakeOver takeOver;
    private volatile State state = State.BUILDING;
    private volatile List<String> differences = List.of();
    private volatile @Nullable String error;

    private Rebuild(View view, View built, SharedLogSource source, TakeOver takeOver) {
        this.view = view;
        this.built = built;
        this.source = source;
        this.builder = new Follower(built, source, InMemorySequencedDeadLetterQueue.defaultQueue());
        this.takeOver = takeOver;
    }

    static Rebuild begin(View view, View built, SharedLogSource source, TakeOver takeOver) {
        var rebuild = new Rebuild(view, built, source, takeOver);
        rebuild.builder.start();
        Thread.ofPlatform().name("rebuild-" + view.name()).daemon().start(rebuild::run);
        return rebuild;
    }

    private void run() {
        try {
            if (!builder.reaches(source.head())) {
                throw new IllegalStateException("it was stopped before it had caught up");
            }
            state = State.COMPARING;
            differences = view.differencesFrom(built);
            if (differences.isEmpty()) {
                log.info("View {} was built anew and answers as before", view.name());
            } else {
                log.warn("View {} was built anew and answers otherwise: {}", view.name(), differences);
            }
            takeOver.by(built, builder);
            state = State.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            builder.stop();
        }
    }

    private void fail(Exception cause) {
        error = ProjectionStatus.words(cause);
        state = State.FAILED;
        log.error("View {} could not be built anew; it answers as before", view.name(), cause);
    }

    boolean isRunning() {
        return state == State.BUILDING || state == State.COMPARING;
    }

    void stop() {
        builder.stop();
    }

    Status status() {
        return new Status(state, state == State.BUILDING ? builder.progress() : null, differences, error);
    }
}
