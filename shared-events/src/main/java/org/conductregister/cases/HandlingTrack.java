package org.conductregister.cases;

import java.time.LocalDate;
import org.conductregister.terms.Severity;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.states.HandlingStatus;
import org.jspecify.annotations.Nullable;

/**
 * The handling track of one allegation.
 *
 * @param ending what closed it; null while pending
 * @param severity null until assessed
 * @param finding of the proceedings or of the closing, whichever came last; null where there is none, or an appeal has
 *     set it aside
 * @param closings when it stood closed
 */
public record HandlingTrack(
        @Nullable Ending ending,
        @Nullable Severity severity,
        @Nullable FindingCode finding,
        Closings closings) {

    /** The way an allegation ended. */
    public enum Ending {
        CLOSED,
        NO_FURTHER_ACTION,
        WITHDRAWN,
        /** Closed together with its case, and so pending again when the case reopens. */
        WITH_ITS_CASE
    }

    static final HandlingTrack REPORTED = new HandlingTrack(null, null, null, Closings.NONE);

    public HandlingStatus status() {
        return ending == null ? HandlingStatus.PENDING : HandlingStatus.CLOSED;
    }

    HandlingTrack assessed(Severity as) {
        return new HandlingTrack(ending, as, finding, closings);
    }

    HandlingTrack found(@Nullable FindingCode what) {
        return new HandlingTrack(ending, severity, what, closings);
    }

    /** The first ending stays: closing a case does not end again what had ended before. */
    HandlingTrack ended(Ending how, LocalDate day) {
        return ending == null ? new HandlingTrack(how, severity, finding, closings.closed(day)) : this;
    }

    HandlingTrack reopened(LocalDate day) {
        return ending == Ending.WITH_ITS_CASE
                ? new HandlingTrack(null, severity, finding, closings.reopened(day))
                : this;
    }
}
