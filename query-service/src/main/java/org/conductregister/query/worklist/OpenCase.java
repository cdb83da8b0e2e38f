package org.conductregister.query.worklist;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.conductregister.query.casefile.CaseStates.Standing;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for something: one that is not closed, or had to be referred before it was.
 *
 * @param lastOn the day of the latest of its facts
 * @param referralDue whether it must be referred to the watchdog and is not: as abuse of position for a sexual purpose
 *     must be
 */
record OpenCase(
        CaseId caseId,
        ForceCode force,
        @Nullable Reference reference,
        @Nullable FreeText title,
        LocalDate openedOn,
        LocalDate lastOn,
        boolean closed,
        boolean readyToClose,
        boolean referralDue) {

    /** Null where the case waits for nothing, or is a duplicate of another. */
    static @Nullable OpenCase of(CaseId caseId, Standing standing) {
        var state = standing.state();
        var opening = state.opening();
        boolean closed = state.closedOn() != null;
        if (opening == null || standing.duplicate() || (closed && !state.referralDue())) {
            return null;
        }
        return new OpenCase(
                caseId,
                opening.force(),
                opening.reference(),
                opening.title(),
                opening.openedOn(),
                requireNonNull(standing.lastOn(), "it was opened on some day"),
                closed,
                state.readyToClose(),
                state.referralDue());
    }
}
