package org.conductregister.command.cases;

import static org.conductregister.command.decisions.Rule.*;

import java.time.LocalDate;
import java.util.Optional;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.InvestigationState;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.decisions.Rules;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.terms.CriminalState;
import org.conductregister.terms.ReferralState;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a case. A fact must find what it depends on, and no more: tracks do not constrain each other, and an
 * officer who has left is still charged or sanctioned. On a closed case criminal proceedings, appeals and notes go on;
 * any other fact needs the case to be reopened.
 */
final class CaseRules implements Rules<CaseState> {

    @Override
    public CaseState initial() {
        return CaseState.NEW;
    }

    @Override
    public CaseState evolve(CaseState before, LocalDate day, Fact fact) {
        return before.evolve(day, (CaseFact) fact);
    }

    @Override
    public Optional<Rule> broken(CaseState before, LocalDate day, Fact fact) {
        return Optional.ofNullable(broken(before, (CaseFact) fact));
    }

    @Override
    public Rule explain(Rule broken, CaseState head, Fact fact) {
        return switch (broken) {
            case CASE_NOT_OPENED -> head.opened() ? OCCURRED_BEFORE_CASE_OPENED : broken;
            case ALLEGATION_UNKNOWN ->
                head.allegations().containsKey(((AllegationFact) fact).allegationId())
                        ? OCCURRED_BEFORE_ALLEGATION_REPORTED
                        : broken;
            default -> broken;
        };
    }

    private static @Nullable Rule broken(CaseState state, CaseFact fact) {
        if (fact instanceof CaseOpened) {
            return state.opened() ? CASE_ALREADY_OPENED : null;
        }
        if (!state.opened()) {
            return CASE_NOT_OPENED;
        }
        if (fact instanceof AllegationFact about && !(fact instanceof AllegationReported)) {
            var allegation = state.allegations().get(about.allegationId());
            return allegation == null ? ALLEGATION_UNKNOWN : brokenOn(allegation, state, about);
        }
        return brokenOnCase(state, fact);
    }

    private static @Nullable Rule brokenOnCase(CaseState state, CaseFact fact) {
        boolean closed = state.closedOn() != null;
        return switch (fact) {
            case NoteAdded f -> null;
            case CaseReopened f -> closed ? null : CASE_NOT_CLOSED;
            case CaseClosed f -> closed ? CASE_ALREADY_CLOSED : null;
            case AllegationReported f -> closed ? CASE_CLOSED : reportable(state, f);
            case CaseReferredToWatchdog f -> closed ? CASE_CLOSED : referable(state);
            case InvestigationModeDecided f ->
                closed ? CASE_CLOSED : unless(!state.referrals().isEmpty(), CASE_NOT_REFERRED);
            case InvestigationStarted f -> closed ? CASE_CLOSED : startable(state.investigation());
            case InvestigationSuspended f ->
                closed ? CASE_CLOSED : unless(is(state, InvestigationState.STARTED), INVESTIGATION_NOT_RUNNING);
            case InvestigationResumed f ->
                closed ? CASE_CLOSED : unless(is(state, InvestigationState.SUSPENDED), INVESTIGATION_NOT_SUSPENDED);
            case InvestigationCompleted f ->
                closed
                        ? CASE_CLOSED
                        : unless(
                                is(state, InvestigationState.STARTED) || is(state, InvestigationState.SUSPENDED),
                                INVESTIGATION_NOT_STARTED);
            case CaseOpened f -> throw new IllegalStateException("decided before");
            case AllegationFact f -> throw new IllegalStateException("decided with its allegation");
        };
    }

    private static @Nullable Rule brokenOn(AllegationState allegation, CaseState state, AllegationFact fact) {
        if (state.closedOn() != null && !goesOnWhenClosed(fact)) {
            return CASE_CLOSED;
        }
        boolean identified = allegation.officerId() != null;
        var misconduct = allegation.misconduct();
        var criminal = allegation.criminal().state();
        return switch (fact) {
            case AllegationReported f -> throw new IllegalStateException("decided with its case");
            case OfficerIdentified f -> unless(!identified, OFFICER_ALREADY_IDENTIFIED);
            case SeverityAssessed f -> null;
            case CaseToAnswerDecided f -> null;
            case ProceedingsListed f ->
                identified ? unless(!misconduct.listed(), PROCEEDINGS_ALREADY_LISTED) : OFFICER_NOT_IDENTIFIED;
            case ProceedingsWithdrawn f -> unless(misconduct.listed(), PROCEEDINGS_NOT_LISTED);
            case MisconductFindingMade f -> unless(identified, OFFICER_NOT_IDENTIFIED);
            case MisconductOutcomeImposed f -> unless(identified, OFFICER_NOT_IDENTIFIED);
            case AppealLodged f -> appealable(allegation);
            case AppealDecided f -> unless(misconduct.appealed(), APPEAL_NOT_LODGED);
            case OfficerCharged f ->
                identified
                        ? unless(criminal != CriminalState.CHARGED, OFFICER_ALREADY_CHARGED)
                        : OFFICER_NOT_IDENTIFIED;
            case CriminalVerdictReached f -> unless(criminal == CriminalState.CHARGED, OFFICER_NOT_CHARGED);
            case SentencePassed f -> unless(criminal == CriminalState.CONVICTED, OFFICER_NOT_CONVICTED);
            case CautionGiven f -> unless(identified, OFFICER_NOT_IDENTIFIED);
            case CriminalCaseDiscontinued f -> unless(criminal == CriminalState.CHARGED, OFFICER_NOT_CHARGED);
            case ConvictionQuashed f -> unless(criminal == CriminalState.CONVICTED, OFFICER_NOT_CONVICTED);
            case NoFurtherActionTaken f -> unless(allegation.pending(), ALLEGATION_ALREADY_CLOSED);
            case AllegationWithdrawn f -> unless(allegation.pending(), ALLEGATION_ALREADY_CLOSED);
            case AllegationClosed f ->
                allegation.pending()
                        ? unless(f.outcome() == null || identified, OFFICER_NOT_IDENTIFIED)
                        : ALLEGATION_ALREADY_CLOSED;
        };
    }

    private static boolean goesOnWhenClosed(AllegationFact fact) {
        return switch (fact) {
            case OfficerCharged f -> true;
            case CriminalVerdictReached f -> true;
            case SentencePassed f -> true;
            case CautionGiven f -> true;
            case CriminalCaseDiscontinued f -> true;
            case ConvictionQuashed f -> true;
            case AppealLodged f -> true;
            case AppealDecided f -> true;
            default -> false;
        };
    }

    private static @Nullable Rule reportable(CaseState state, AllegationReported fact) {
        return unless(!state.allegations().containsKey(fact.allegationId()), ALLEGATION_ALREADY_REPORTED);
    }

    private static @Nullable Rule referable(CaseState state) {
        var latest = state.latestReferral().map(referral -> referral.state()).orElse(ReferralState.NOT_REFERRED);
        return switch (latest) {
            case AWAITING_DECISION -> REFERRAL_AWAITING_DECISION;
            case UNDER_INVESTIGATION -> REFERRAL_UNDER_INVESTIGATION;
            case NOT_REFERRED, RETURNED, CONCLUDED -> null;
        };
    }

    private static @Nullable Rule startable(InvestigationState investigation) {
        return switch (investigation) {
            case STARTED, SUSPENDED -> INVESTIGATION_ALREADY_STARTED;
            case NOT_STARTED, COMPLETED -> null;
        };
    }

    private static @Nullable Rule appealable(AllegationState allegation) {
        var misconduct = allegation.misconduct();
        if (misconduct.appealed()) {
            return APPEAL_ALREADY_LODGED;
        }
        return unless(misconduct.finding() != null || misconduct.outcome() != null, NOTHING_TO_APPEAL);
    }

    private static boolean is(CaseState state, InvestigationState investigation) {
        return state.investigation() == investigation;
    }

    private static @Nullable Rule unless(boolean holds, Rule rule) {
        return holds ? null : rule;
    }
}
