package org.conductregister.query.projections;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The status of a view.
 *
 * @param position of the last entry that it shows, or keeps as a dead letter
 * @param head the last position of the log
 * @param lastError why it is retrying, else null
 * @param progress while it is on the way to where the log ended when it was started, else null
 * @param rebuild the latest that is or was made beside the view, since the program started; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectionStatus(
        String name,
        State state,
        long position,
        long head,
        long lag,
        long deadLetters,
        @Nullable String lastError,
        CatchUp.@Nullable Progress progress,
        Rebuild.@Nullable Status rebuild) {

    /** The activity of a view. */
    public enum State {
        REPLAYING,
        LIVE,
        /** Cannot read the log or keep what it read; tries again by itself. */
        RETRYING,
        STOPPED
    }

    static String words(Throwable failure) {
        return failure.getClass().getName() + ": " + failure.getMessage();
    }
}
