package org.conductregister.command.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.conductregister.command.decisions.Rule;
import org.conductregister.facts.CaseFact.AllegationFact;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.AppealLodged;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CaseReferredToWatchdog;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.facts.CaseFact.CriminalVerdictReached;
import org.conductregister.facts.CaseFact.EndingFact;
import org.conductregister.facts.CaseFact.InvestigationCompleted;
import org.conductregister.facts.CaseFact.InvestigationModeDecided;
import org.conductregister.facts.CaseFact.InvestigationResumed;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.CaseFact.InvestigationSuspended;
import org.conductregister.facts.CaseFact.MisconductFindingMade;
import org.conductregister.facts.CaseFact.OfficerCharged;
import org.conductregister.facts.CaseFact.OfficerIdentified;
import org.conductregister.facts.CaseFact.ProceedingsListed;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerBarred;
import org.conductregister.facts.OfficerFact.OfficerDismissed;
import org.conductregister.facts.OfficerFact.OfficerLeft;
import org.conductregister.facts.OfficerFact.OfficerPlacedOnAdvisoryList;
import org.conductregister.facts.OfficerFact.OfficerPutOnRestrictedDuties;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.facts.OfficerFact.OfficerRetired;
import org.conductregister.facts.OfficerFact.OfficerReturnedToFullDuties;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.conductregister.facts.OfficerFact.OfficerTransferred;
import org.conductregister.facts.OfficerFact.PensionForfeited;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.terms.identifiers.AllegationId;
import org.jspecify.annotations.Nullable;

/**
 * The help that a form gives about a rule that was broken.
 *
 * @param fields that the rule may be about, the likeliest first; a form has one of them or none
 * @param inTheWay the kinds of fact of which the latest stands in the way
 * @param first the kind of fact that would have to be recorded before; null where none would help
 */
record RuleHelp(
        List<String> fields,
        Set<Class<? extends Fact>> inTheWay,
        @Nullable Class<? extends Fact> first) {

    private static final List<String> DAY = List.of("newOccurredOn", "occurredOn");
    private static final List<String> ALLEGATION = List.of("allegationId");
    private static final List<String> CASE = List.of("caseId");
    private static final List<String> WHOLE_FORM = List.of();

    static List<String> ofDay() {
        return DAY;
    }

    private static RuleHelp at(List<String> fields) {
        return new RuleHelp(fields, Set.of(), null);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // what is passed on is read, not written
    private final RuleHelp correct(Class<? extends Fact>... kinds) {
        return new RuleHelp(fields, Set.copyOf(Arrays.asList(kinds)), first);
    }

    private RuleHelp recordFirst(Class<? extends Fact> kind) {
        return new RuleHelp(fields, inTheWay, kind);
    }

    /** Whether a fact may be the one in the way of a fact about an allegation; null for one about none. */
    boolean isInTheWay(Fact fact, @Nullable AllegationId about) {
        return inTheWay.stream().anyMatch(kind -> kind.isInstance(fact))
                && (about == null
                        || !(fact instanceof AllegationFact named)
                        || named.allegationId().equals(about));
    }

    static RuleHelp of(Rule rule) {
        return switch (rule) {
            case CASE_NOT_OPENED -> at(CASE).recordFirst(CaseOpened.class);
            case CASE_ALREADY_OPENED -> at(CASE).correct(CaseOpened.class);
            case CASE_RETRACTED -> at(CASE).recordFirst(CaseOpened.class);
            case CASE_CLOSED -> at(WHOLE_FORM).correct(CaseClosed.class).recordFirst(CaseReopened.class);
            case CASE_ALREADY_CLOSED -> at(WHOLE_FORM).correct(CaseClosed.class);
            case CASE_NOT_CLOSED -> at(WHOLE_FORM);
            case OCCURRED_BEFORE_CASE_OPENED -> at(DAY).correct(CaseOpened.class);
            case ALLEGATION_UNKNOWN -> at(ALLEGATION).recordFirst(AllegationReported.class);
            case ALLEGATION_RETRACTED -> at(ALLEGATION).recordFirst(AllegationReported.class);
            case OCCURRED_BEFORE_ALLEGATION_REPORTED -> at(DAY).correct(AllegationReported.class);
            case ALLEGATION_ALREADY_REPORTED -> at(ALLEGATION).correct(AllegationReported.class);
            case ALLEGATION_ALREADY_CLOSED -> at(ALLEGATION).correct(EndingFact.class, CaseClosed.class);
            case OFFICER_ALREADY_IDENTIFIED ->
                at(ALLEGATION).correct(OfficerIdentified.class, AllegationReported.class);
            case OFFICER_NOT_IDENTIFIED -> at(ALLEGATION).recordFirst(OfficerIdentified.class);
            case CASE_NOT_REFERRED -> at(WHOLE_FORM).recordFirst(CaseReferredToWatchdog.class);
            case REFERRAL_AWAITING_DECISION ->
                at(WHOLE_FORM).correct(CaseReferredToWatchdog.class).recordFirst(InvestigationModeDecided.class);
            case REFERRAL_UNDER_INVESTIGATION ->
                at(WHOLE_FORM).correct(CaseReferredToWatchdog.class).recordFirst(InvestigationCompleted.class);
            case INVESTIGATION_ALREADY_STARTED ->
                at(WHOLE_FORM).correct(InvestigationStarted.class, InvestigationResumed.class);
            case INVESTIGATION_NOT_STARTED -> at(WHOLE_FORM).recordFirst(InvestigationStarted.class);
            case INVESTIGATION_NOT_RUNNING ->
                at(WHOLE_FORM)
                        .correct(InvestigationSuspended.class, InvestigationCompleted.class)
                        .recordFirst(InvestigationStarted.class);
            case INVESTIGATION_NOT_SUSPENDED -> at(WHOLE_FORM).recordFirst(InvestigationSuspended.class);
            case PROCEEDINGS_ALREADY_LISTED -> at(ALLEGATION).correct(ProceedingsListed.class);
            case PROCEEDINGS_NOT_LISTED -> at(ALLEGATION).recordFirst(ProceedingsListed.class);
            case NOTHING_TO_APPEAL -> at(ALLEGATION).recordFirst(MisconductFindingMade.class);
            case APPEAL_ALREADY_LODGED -> at(ALLEGATION).correct(AppealLodged.class);
            case APPEAL_NOT_LODGED -> at(ALLEGATION).recordFirst(AppealLodged.class);
            case OFFICER_ALREADY_CHARGED -> at(ALLEGATION).correct(OfficerCharged.class);
            case OFFICER_NOT_CHARGED -> at(ALLEGATION).recordFirst(OfficerCharged.class);
            case OFFICER_NOT_CONVICTED -> at(ALLEGATION).recordFirst(CriminalVerdictReached.class);
            case OFFICER_ALREADY_REGISTERED -> at(WHOLE_FORM).correct(OfficerRegistered.class);
            case OFFICER_HAS_LEFT ->
                at(WHOLE_FORM)
                        .correct(OfficerResigned.class, OfficerRetired.class, OfficerDismissed.class, OfficerLeft.class)
                        .recordFirst(OfficerRegistered.class);
            case OFFICER_ALREADY_SUSPENDED -> at(WHOLE_FORM).correct(OfficerSuspended.class);
            case OFFICER_ALREADY_RESTRICTED -> at(WHOLE_FORM).correct(OfficerPutOnRestrictedDuties.class);
            case OFFICER_ON_FULL_DUTIES ->
                at(WHOLE_FORM).correct(OfficerReturnedToFullDuties.class, OfficerRegistered.class);
            case OFFICER_ALREADY_IN_FORCE ->
                at(List.of("force")).correct(OfficerTransferred.class, OfficerRegistered.class);
            case OFFICER_ALREADY_LISTED ->
                at(WHOLE_FORM).correct(OfficerBarred.class, OfficerPlacedOnAdvisoryList.class);
            case OFFICER_NOT_LISTED -> at(WHOLE_FORM);
            case PENSION_ALREADY_FORFEITED -> at(WHOLE_FORM).correct(PensionForfeited.class);
            case RECOMMENDATION_NOT_ISSUED, RECOMMENDATION_RETRACTED ->
                at(WHOLE_FORM).recordFirst(RecommendationIssued.class);
            case RECOMMENDATION_ALREADY_ISSUED -> at(WHOLE_FORM).correct(RecommendationIssued.class);
            case OCCURRED_BEFORE_RECOMMENDATION_ISSUED -> at(DAY).correct(RecommendationIssued.class);
            case RESPONSE_DUE_BEFORE_ISSUE -> at(List.of("responseDueOn"));
            case FORCE_NOT_ADDRESSED -> at(List.of("force")).correct(RecommendationIssued.class);
            case ENTRY_UNKNOWN,
                    ENTRY_ALREADY_RETRACTED,
                    CORRECTION_NOT_REDATABLE,
                    CORRECTION_NOT_CORRECTABLE,
                    CORRECTED_TO_ANOTHER_KIND,
                    ALREADY_MARKED_DUPLICATE -> at(WHOLE_FORM);
            case DUPLICATE_OF_ITSELF -> at(List.of("duplicateOf"));
            case LEGAL_HOLD, LEGAL_HOLD_ALREADY, LEGAL_HOLD_NONE, STILL_PENDING, PERSONAL_DATA_FACT_NOT_CORRECTABLE ->
                at(WHOLE_FORM);
        };
    }
}
