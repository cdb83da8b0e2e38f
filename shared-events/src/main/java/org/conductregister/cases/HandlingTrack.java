package org.conductregister.cases;

import org.conductregister.terms.FindingCode;
import org.conductregister.terms.HandlingStatus;
import org.conductregister.terms.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The handling track of one allegation.
 *
 * @param ending what closed it; null while pending
 * @param severity null until assessed
 * @param finding of the proceedings or of the closing, whichever came last; null where there is none, or an appeal has
 *     set it aside
 */
public record HandlingTrack(
        @Nullable Ending ending,
        @Nullable Severity severity,
        @Nullable FindingCode finding) {

    /** What closed an allegation. */
    public enum Ending {
        CLOSED,
        NO_FURTHER_ACTION,
        WITHDRAWN,
        /** Closed together with its case, and so pending again when the case reopens. */
        WITH_ITS_CASE
    }

    static final HandlingTrack REPORTED = new HandlingTrack(null, null, null);

    public HandlingStatus status() {
        return ending == null ? HandlingStatus.PENDING : HandlingStatus.CLOSED;
    }

    HandlingTrack assessed(Severity as) {
        return new HandlingTrack(ending, as, finding);
    }

    HandlingTrack found(@Nullable FindingCode what) {
        return new HandlingTrack(ending, severity, what);
    }

    /** The first ending stays: closing a case does not end again what had ended before. */
    HandlingTrack ended(Ending how) {
        return ending == null ? new HandlingTrack(how, severity, finding) : this;
    }

    HandlingTrack reopened() {
        return ending == Ending.WITH_ITS_CASE ? new HandlingTrack(null, severity, finding) : this;
    }
}
