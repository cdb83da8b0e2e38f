package org.conductregister.command.imports.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is. {@code read}, {@code refused} and {@code blank} count rows, or lines of entries; {@code recorded}
 * and {@code repeated} facts. Of a check, {@code recorded} counts what would be.
 *
 * @param blank rows that state nothing
 * @param totals rows that sum up others, and are left out
 * @param leftOut facts of the mapping that rows do not state
 * @param perSecond rows read a second, on average since it began to run
 * @param position of the last entry recorded; null where none was
 * @param mode check, record or compare
 * @param mapping the name of what says what its columns mean; null where its lines are entries
 * @param step what is being done with it; null unless it runs
 * @param detail why it failed, for an operator, or why it was undone; null unless it was
 * @param fileBytes the size of the file as it was sent; null where it is kept no longer, and in progress that is stored
 */
public record ImportProgress(
        UUID importId,
        State state,
        long read,
        long recorded,
        long repeated,
        long refused,
        Long blank,
        Long totals,
        Long leftOut,
        long perSecond,
        @Nullable Long position,
        Mode mode,
        @Nullable String mapping,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable Step step,
        @Nullable String detail,
        @Nullable Long fileBytes) {

    /** Progress that was kept before rows were told apart has no count of them. */
    public ImportProgress {
        blank = blank == null ? 0L : blank;
        totals = totals == null ? 0L : totals;
        leftOut = leftOut == null ? 0L : leftOut;
        mode = mode == null ? Mode.RECORD : mode;
    }

    /**
     * QUEUED waits for others to end. QUESTIONS has recorded nothing: its mapping leaves something open. FAILED can be
     * retried, or sent again. UNDONE has had all retracted that it had recorded.
     */
    public enum State {
        QUEUED,
        RUNNING,
        QUESTIONS,
        COMPLETED,
        FAILED,
        UNDONE;

        /** Whether it will change by itself. */
        public boolean isMoving() {
            return this == QUEUED || this == RUNNING;
        }
    }

    public static ImportProgress queued(UUID importId, Upload upload, Instant acceptedAt) {
        return new ImportProgress(
                importId,
                State.QUEUED,
                0,
                0,
                0,
                0,
                0L,
                0L,
                0L,
                0,
                null,
                upload.mode(),
                upload.mappingName(),
                acceptedAt,
                null,
                null,
                null,
                null);
    }

    public ImportProgress running(Counts counts, long perSecond, @Nullable Long lastPosition, Step step) {
        return new ImportProgress(
                importId,
                State.RUNNING,
                counts.read(),
                counts.recorded(),
                counts.repeated(),
                counts.refused(),
                counts.blank(),
                counts.totals(),
                counts.leftOut(),
                perSecond,
                lastPosition == null ? position : lastPosition,
                mode,
                mapping,
                acceptedAt,
                null,
                step,
                null,
                null);
    }

    /** The same counts, in another state. */
    public ImportProgress in(State other) {
        return ended(other, null, detail);
    }

    public ImportProgress ended(State how, @Nullable Instant at, @Nullable String why) {
        return new ImportProgress(
                importId,
                how,
                read,
                recorded,
                repeated,
                refused,
                blank,
                totals,
                leftOut,
                perSecond,
                position,
                mode,
                mapping,
                acceptedAt,
                at,
                null,
                why,
                null);
    }

    /** The same with the size of the file as it was sent. */
    public ImportProgress withFile(long bytes) {
        return new ImportProgress(
                importId,
                state,
                read,
                recorded,
                repeated,
                refused,
                blank,
                totals,
                leftOut,
                perSecond,
                position,
                mode,
                mapping,
                acceptedAt,
                finishedAt,
                step,
                detail,
                bytes == 0 ? null : bytes);
    }
}
