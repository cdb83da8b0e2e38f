package org.conductregister.query.casefile.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.InvestigationState;
import org.conductregister.query.casefile.OfficerAt;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Regime;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.ReferralState;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A case as at a day, as known at an instant.
 *
 * @param reference the number that the force or another body gives it; null where none was stated
 * @param duplicateOf the case that it is marked a duplicate of, and not counted; null where it is none
 * @param duplicates the cases that are marked as duplicates of this one, and not counted
 * @param readyToClose whether it is still open while all its allegations are closed
 * @param referral the latest; NOT_REFERRED where there is none
 * @param referrals all of them, in order of the day
 * @param allegations in order of the report
 * @param held the legal hold on its personal data, as known; null where there is none
 * @param erased the latest erasure of its personal data, as known; null where there is none
 * @param position of the last entry of the log that was known
 * @param version how many entries of the case were known
 */
public record CaseAnswer(
        CaseId caseId,
        LocalDate asAt,
        Instant knownAt,
        long position,
        long version,
        ForceCode force,
        CaseKind kind,
        CaseSource source,
        @Nullable Reference reference,
        @Nullable CaseId duplicateOf,
        List<CaseId> duplicates,
        @Nullable Regime regime,
        @Nullable FreeText title,
        Tags tags,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        HandlingStatus status,
        boolean finalised,
        boolean readyToClose,
        InvestigationState investigation,
        Referral referral,
        List<Referral> referrals,
        List<AllegationAnswer> allegations,
        @Nullable HeldOrErased held,
        @Nullable HeldOrErased erased) {

    @Schema(name = "CaseReferral", description = "One time that the case was handed to the watchdog.")
    record Referral(
            ReferralState state,
            String mode,
            @Nullable LocalDate referredOn,
            @Nullable ReferralBasis basis,
            @Nullable WatchdogCode watchdog) {

        private static final Referral NOT_REFERRED = new Referral(ReferralState.NOT_REFERRED, "NONE", null, null, null);

        private static Referral of(org.conductregister.cases.Referral referral) {
            return new Referral(
                    referral.state(),
                    Objects.toString(referral.mode(), "NONE"),
                    referral.referredOn(),
                    referral.basis(),
                    referral.watchdog());
        }
    }

    /** @param state of a case that is open, or was */
    static CaseAnswer of(
            CaseId caseId,
            ReadContext asked,
            RecordFile known,
            @Nullable CaseId duplicateOf,
            List<CaseId> duplicates,
            CaseState state,
            Map<OfficerId, OfficerAt> officers,
            Predicate<FindingCode> upheld) {
        var history = known.history();
        var opening = Objects.requireNonNull(state.opening());
        return new CaseAnswer(
                caseId,
                asked.times().asAt(),
                asked.times().knownAt(),
                asked.position(),
                known.version(),
                opening.force(),
                opening.kind(),
                opening.source(),
                opening.reference(),
                duplicateOf,
                duplicates,
                opening.regime(),
                opening.title(),
                opening.tags(),
                opening.openedOn(),
                state.closedOn(),
                state.status(),
                state.finalised(),
                state.readyToClose(),
                state.investigation(),
                state.latestReferral().map(Referral::of).orElse(Referral.NOT_REFERRED),
                state.referrals().stream().map(Referral::of).toList(),
                state.allegations().values().stream()
                        .map(allegation -> AllegationAnswer.of(
                                state,
                                allegation,
                                allegation.officerId() == null ? null : officers.get(allegation.officerId()),
                                upheld))
                        .toList(),
                HeldOrErased.hold(history),
                HeldOrErased.erasure(history));
    }
}
