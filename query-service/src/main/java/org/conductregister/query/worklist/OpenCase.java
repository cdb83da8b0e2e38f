package org.conductregister.query.worklist;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.conductregister.cases.CaseState;
import org.conductregister.query.casefile.CaseStates.Standing;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A case that is not closed, and what it waits for.
 *
 * @param lastOn the day of the latest of its facts
 * @param referralDue whether it must be referred to the watchdog and is not: as abuse of position for a sexual purpose
 *     must be
 */
record OpenCase(
        CaseId caseId,
        ForceCode force,
        @Nullable FreeText title,
        LocalDate openedOn,
        LocalDate lastOn,
        boolean readyToClose,
        boolean referralDue) {

    private static final CategoryCode MUST_BE_REFERRED = new CategoryCode("ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE");

    /** Null where the case is not open, or a duplicate of another. */
    static @Nullable OpenCase of(CaseId caseId, Standing standing) {
        var state = standing.state();
        var opening = state.opening();
        if (opening == null || state.closedOn() != null || standing.duplicate()) {
            return null;
        }
        return new OpenCase(
                caseId,
                opening.force(),
                opening.title(),
                opening.openedOn(),
                requireNonNull(standing.lastOn(), "it was opened on some day"),
                state.readyToClose(),
                referralDue(state));
    }

    private static boolean referralDue(CaseState state) {
        return state.referrals().isEmpty()
                && state.allegations().values().stream()
                        .anyMatch(allegation -> allegation.category().equals(MUST_BE_REFERRED));
    }
}
