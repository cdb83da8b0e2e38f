package org.conductregister.query.statistics.dimension;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.Opening;
import org.conductregister.cases.Referral;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.states.ReferralState;
import org.jspecify.annotations.Nullable;

/**
 * A case at the end of a day.
 *
 * @param state open, or has been
 * @param traits the different ones among its allegations
 */
public record CaseAt(CaseState state, Set<AllegationTraits> traits) {

    static ReferralState referral(CaseState state) {
        return state.latestReferral().map(Referral::state).orElse(ReferralState.NOT_REFERRED);
    }

    static @Nullable InvestigationMode mode(CaseState state) {
        return state.latestReferral().map(Referral::mode).orElse(null);
    }

    Opening opening() {
        return requireNonNull(state.opening(), "only what was opened is counted");
    }
}
