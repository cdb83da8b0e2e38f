package org.conductregister.query.operations;

import org.conductregister.query.projections.CatchUp;
import org.conductregister.query.projections.ProjectionStatus;
import org.conductregister.query.projections.ProjectionStatus.State;
import org.conductregister.query.projections.Rebuild;
import org.jspecify.annotations.Nullable;

/**
 * A row of the operations page: one view.
 *
 * @param purpose what would be missing without it
 * @param way how far it, or the one that is built beside it, is on its way through the log; null where neither is on one
 */
record ProjectionRow(
        ProjectionStatus status, String purpose, @Nullable Way way) {

    /**
     * @param percent rounded down, so that 100 is the end
     * @param secondsLeft an estimate from its speed until now; null while it waits for others
     */
    record Way(
            long done,
            long of,
            int percent,
            long perSecond,
            @Nullable Long secondsLeft) {

        private static Way of(CatchUp.Progress progress) {
            int percent = progress.of() == 0 ? 100 : (int) (100 * progress.done() / progress.of());
            return new Way(progress.done(), progress.of(), percent, progress.perSecond(), progress.secondsLeft());
        }
    }

    static ProjectionRow of(ProjectionStatus status) {
        var rebuild = status.rebuild();
        var progress = rebuild == null || rebuild.progress() == null ? status.progress() : rebuild.progress();
        return new ProjectionRow(status, purposeOf(status.name()), progress == null ? null : Way.of(progress));
    }

    private static String purposeOf(String name) {
        return switch (name) {
            case "casefiles" -> "Cases, officers and recommendations, each with its timeline";
            case "search" -> "Finding cases, officers and recommendations by words";
            case "statistics" -> "Every count";
            default -> "";
        };
    }

    /** Whether another look in a moment would show something else. */
    boolean isMoving() {
        return way != null || isBuiltBeside() || status.lag() > 0 || status.state() == State.RETRYING;
    }

    /** Whether it answers as before while another of its kind is made. */
    public boolean isBuiltBeside() {
        var rebuild = status.rebuild();
        return rebuild != null
                && (rebuild.state() == Rebuild.State.BUILDING || rebuild.state() == Rebuild.State.COMPARING);
    }
}
