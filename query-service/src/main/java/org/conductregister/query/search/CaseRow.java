package org.conductregister.query.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.Referral;
import org.conductregister.entries.RecordId;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.ReferralState;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param reference the number that its force or another body gives it; null where none was stated
 * @param readyToClose whether it is still open while all its allegations are closed
 * @param referral of the latest referral, like {@code mode}
 * @param mode NONE where it is not decided, or there is no referral
 * @param allegations how many it has
 * @param pending how many of them are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseRow(
        CaseId caseId,
        ForceCode force,
        CaseKind kind,
        CaseSource source,
        @Nullable Reference reference,
        @Nullable FreeText title,
        LocalDate openedOn,
        HandlingStatus status,
        boolean readyToClose,
        ReferralState referral,
        String mode,
        int allegations,
        long pending,
        SortedSet<CategoryCode> categories) {

    /** @param state of a case that is open, or was */
    static CaseRow of(CaseId caseId, CaseState state) {
        var opening = requireNonNull(state.opening());
        return new CaseRow(
                caseId,
                opening.force(),
                opening.kind(),
                opening.source(),
                opening.reference(),
                opening.title(),
                opening.openedOn(),
                state.status(),
                state.readyToClose(),
                state.latestReferral().map(Referral::state).orElse(ReferralState.NOT_REFERRED),
                state.latestReferral().map(Referral::mode).map(Enum::name).orElse("NONE"),
                state.allegations().size(),
                state.allegations().values().stream()
                        .filter(AllegationState::pending)
                        .count(),
                state.allegations().values().stream()
                        .map(AllegationState::category)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Returns the officers named in some cases. */
    static Set<RecordId> named(Collection<CaseState> cases) {
        return cases.stream()
                .flatMap(state -> state.allegations().values().stream())
                .map(AllegationState::officerId)
                .filter(Objects::nonNull)
                .map(RecordId::of)
                .collect(Collectors.toSet());
    }
}
