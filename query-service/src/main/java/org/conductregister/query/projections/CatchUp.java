package org.conductregister.query.projections;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a view to the end that the log had when the view was started.
 *
 * @param beganAt in nanoseconds of {@link System#nanoTime()}
 */
public record CatchUp(long from, long to, long beganAt) {

    /**
     * The progress shown under {@code /api/v1/projections}.
     *
     * @param done entries that the view shows, of those that it is to show
     * @param perSecond entries taken in, since it set out
     * @param secondsLeft an estimate from its speed; null while it waits to begin
     */
    @Schema(name = "ProjectionProgress", description = "How far a view is on its way to the end of the log.")
    public record Progress(
            long done, long of, long perSecond, @Nullable Long secondsLeft) {}

    boolean endedBy(long position) {
        return position >= to;
    }

    Progress progress(long position, long now) {
        double seconds = Math.max(1e-9, (now - beganAt) / 1e9);
        double perSecond = (position - from) / seconds;
        var left = perSecond == 0 ? null : Math.round((to - position) / perSecond);
        return new Progress(position, to, Math.round(perSecond), left);
    }

    /** Follows the replays of one view, and says in the log how a long one gets on. */
    static final class Watch {

        private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
        private static final long EVERY = Duration.ofSeconds(5).toNanos();

        private final String view;
        private volatile @Nullable CatchUp current;
        private volatile boolean isOut;
        private volatile long said;

        Watch(String view) {
            this.view = view;
        }

        void begin(long from, long to) {
            var replay = new CatchUp(from, to, System.nanoTime());
            said = replay.beganAt();
            isOut = false;
            current = replay.endedBy(from) ? null : replay;
        }

        /** To be called when the view is given entries: it may have waited for that since it was started. */
        void setsOut() {
            var replay = current;
            if (replay != null && !isOut) {
                current = new CatchUp(replay.from(), replay.to(), System.nanoTime());
            }
            isOut = true;
        }

        void reached(long position) {
            var replay = current;
            if (replay == null) {
                return;
            }
            long now = System.nanoTime();
            var progress = replay.progress(position, now);
            if (replay.endedBy(position)) {
                current = null;
                log.info(
                        "View {} has caught up: {} entries, {} a second",
                        view,
                        position - replay.from(),
                        progress.perSecond());
            } else if (now - said >= EVERY && progress.secondsLeft() != null) {
                said = now;
                log.info(
                        "View {} catches up: {} of {} entries, {} a second, {} s left",
                        view,
                        progress.done(),
                        progress.of(),
                        progress.perSecond(),
                        progress.secondsLeft());
            }
        }

        /** Null once the view has caught up, being at this position. */
        @Nullable
        Progress progress(long position) {
            var replay = current;
            return replay == null || replay.endedBy(position) ? null : replay.progress(position, System.nanoTime());
        }
    }
}
