package org.conductregister.query.statistics.dimension;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.Opening;
import org.conductregister.cases.Referral;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.terms.states.ReferralState;
import org.conductregister.terms.states.Result;
import org.jspecify.annotations.Nullable;

/**
 * A case at the end of a day.
 *
 * @param state open, or has been
 * @param traits the different ones among its allegations
 * @param allegations with the standing of the persons they are against
 */
public record CaseAt(CaseState state, Set<AllegationTraits> traits, List<AllegationAt> allegations) {

    private static final List<EmploymentState> GRAVEST_FIRST = List.of(
            EmploymentState.DISMISSED,
            EmploymentState.RESIGNED,
            EmploymentState.RETIRED,
            EmploymentState.LEFT_OTHER,
            EmploymentState.SUSPENDED,
            EmploymentState.RESTRICTED_DUTIES,
            EmploymentState.SERVING,
            EmploymentState.UNKNOWN,
            EmploymentState.UNIDENTIFIED);

    /** The gravest of its allegations; of one without, by its own status. See {@link StoredResult}. */
    String result() {
        return allegations.stream()
                .map(AllegationAt::result)
                .reduce(StoredResult::first)
                .orElseGet(() -> (state.closedOn() == null ? Result.PENDING : Result.NO_FURTHER_ACTION).name());
    }

    /** The gravest of the persons that its allegations are against. */
    EmploymentState employment() {
        return allegations.stream()
                .map(AllegationAt::employment)
                .min(Comparator.comparingInt(GRAVEST_FIRST::indexOf))
                .orElse(EmploymentState.UNIDENTIFIED);
    }

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
