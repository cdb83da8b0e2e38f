package org.conductregister.command.cases;

import static org.conductregister.command.decisions.Rule.*;

import java.time.LocalDate;
import java.util.Optional;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.InvestigationState;
import org.conductregister.cases.MisconductTrack;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.decisions.Rules;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.terms.states.CriminalState;
import org.conductregister.terms.states.ReferralState;
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
    public Optional<Rule> notErasable(CaseState head) {
        boolean pending = head.opened()
                && (head.closedOn() == null
                        || head.allegations().values().stream().anyMatch(allegation -> allegation.pending()));
        return pending ? Optional.of(Rule.STILL_PENDING) : Optional.empty();
    }

    @Override
    public Optional<Rule> broken(CaseState before, LocalDate day, Fact fact) {
        return Optional.ofNullable(broken(before, (CaseFact) fact));
    }

    @Override
    public boolean closedByMarking() {
        return true;
    }

    @Override
    public Optional<Rule> notMarkable(CaseState head) {
        return head.opened() ? Optional.empty() : Optional.of(CASE_NOT_OPENED);
    }

    @Override
    public Rule explain(Rule broken, CaseState head, CaseState unretracted, Fact fact) {
        if (broken == CASE_NOT_OPENED) {
            return head.opened() ? OCCURRED_BEFORE_CASE_OPENED : unretracted.opened() ? CASE_RETRACTED : broken;
        }
        if (broken == ALLEGATION_UNKNOWN && fact instanceof AllegationFact about) {
            var id = about.allegationId();
            return head.allegations().containsKey(id)
                    ? OCCURRED_BEFORE_ALLEGATION_REPORTED
                    : unretracted.allegations().containsKey(id) ? ALLEGATION_RETRACTED : broken;
        }
        return broken;
    }

    private static @Nullable Rule broken(CaseState state, CaseFact fact) {
        boolean opened = state.opened();
        return switch (fact) {
            case CaseOpened f -> unless(!opened, CASE_ALREADY_OPENED);
            case AllegationReported f -> opened ? reportable(state, f) : CASE_NOT_OPENED;
            case ReportedAllegationFact f -> opened ? brokenOnAllegation(state, f) : CASE_NOT_OPENED;
            case OpenedCaseFact f -> opened ? brokenOnCase(state, f) : CASE_NOT_OPENED;
        };
    }

    private static @Nullable Rule brokenOnCase(CaseState state, OpenedCaseFact fact) {
        boolean closed = state.closedOn() != null;
        return switch (fact) {
            case NoteAdded f -> null;
            case CaseReopened f -> unless(closed, CASE_NOT_CLOSED);
            case CaseClosed f -> unless(!closed, CASE_ALREADY_CLOSED);
            case ReferralFact f -> closed ? CASE_CLOSED : brokenOnReferral(state, f);
            case InvestigationFact f -> closed ? CASE_CLOSED : brokenOn(state.investigation(), f);
        };
    }

    private static @Nullable Rule brokenOnReferral(CaseState state, ReferralFact fact) {
        return switch (fact) {
            case CaseReferredToWatchdog f -> referable(state);
            case InvestigationModeDecided f -> unless(!state.referrals().isEmpty(), CASE_NOT_REFERRED);
        };
    }

    private static @Nullable Rule brokenOn(InvestigationState investigation, InvestigationFact fact) {
        boolean running = investigation == InvestigationState.STARTED;
        boolean suspended = investigation == InvestigationState.SUSPENDED;
        return switch (fact) {
            case InvestigationStarted f -> unless(!running && !suspended, INVESTIGATION_ALREADY_STARTED);
            case InvestigationSuspended f -> unless(running, INVESTIGATION_NOT_RUNNING);
            case InvestigationResumed f -> unless(suspended, INVESTIGATION_NOT_SUSPENDED);
            case InvestigationCompleted f -> unless(running || suspended, INVESTIGATION_NOT_STARTED);
        };
    }

    private static @Nullable Rule brokenOnAllegation(CaseState state, ReportedAllegationFact fact) {
        var allegation = state.allegations().get(fact.allegationId());
        if (allegation == null) {
            return ALLEGATION_UNKNOWN;
        }
        boolean closed = state.closedOn() != null;
        boolean identified = allegation.officerId() != null;
        return switch (fact) {
            case OfficerIdentified f -> closed ? CASE_CLOSED : unless(!identified, OFFICER_ALREADY_IDENTIFIED);
            case SeverityAssessed f -> unless(!closed, CASE_CLOSED);
            case MisconductFact f -> closed ? CASE_CLOSED : brokenOn(allegation, f);
            case EndingFact f -> closed ? CASE_CLOSED : brokenOn(allegation, f);
            case AppealFact f -> brokenOn(allegation.misconduct(), f);
            case CriminalFact f -> brokenOn(allegation, f);
        };
    }

    private static @Nullable Rule brokenOn(AllegationState allegation, MisconductFact fact) {
        boolean identified = allegation.officerId() != null;
        boolean listed = allegation.misconduct().listed();
        return switch (fact) {
            case CaseToAnswerDecided f -> null;
            case ProceedingsListed f ->
                identified ? unless(!listed, PROCEEDINGS_ALREADY_LISTED) : OFFICER_NOT_IDENTIFIED;
            case ProceedingsWithdrawn f -> unless(listed, PROCEEDINGS_NOT_LISTED);
            case MisconductFindingMade f -> unless(identified, OFFICER_NOT_IDENTIFIED);
            case MisconductOutcomeImposed f -> unless(identified, OFFICER_NOT_IDENTIFIED);
        };
    }

    private static @Nullable Rule brokenOn(MisconductTrack misconduct, AppealFact fact) {
        return switch (fact) {
            case AppealLodged f -> appealable(misconduct);
            case AppealDecided f -> unless(misconduct.appealed(), APPEAL_NOT_LODGED);
        };
    }

    private static @Nullable Rule brokenOn(AllegationState allegation, CriminalFact fact) {
        boolean identified = allegation.officerId() != null;
        boolean charged = allegation.criminal().state() == CriminalState.CHARGED;
        boolean convicted = allegation.criminal().state() == CriminalState.CONVICTED;
        return switch (fact) {
            case OfficerCharged f -> identified ? unless(!charged, OFFICER_ALREADY_CHARGED) : OFFICER_NOT_IDENTIFIED;
            case CriminalVerdictReached f -> unless(charged, OFFICER_NOT_CHARGED);
            case SentencePassed f -> unless(convicted, OFFICER_NOT_CONVICTED);
            case CautionGiven f -> unless(identified, OFFICER_NOT_IDENTIFIED);
            case CriminalCaseDiscontinued f -> unless(charged, OFFICER_NOT_CHARGED);
            case ConvictionQuashed f -> unless(convicted, OFFICER_NOT_CONVICTED);
        };
    }

    private static @Nullable Rule brokenOn(AllegationState allegation, EndingFact fact) {
        if (!allegation.pending()) {
            return ALLEGATION_ALREADY_CLOSED;
        }
        boolean identified = allegation.officerId() != null;
        return switch (fact) {
            case NoFurtherActionTaken f -> null;
            case AllegationWithdrawn f -> null;
            case AllegationClosed f -> unless(f.outcome() == null || identified, OFFICER_NOT_IDENTIFIED);
        };
    }

    private static @Nullable Rule reportable(CaseState state, AllegationReported fact) {
        if (state.closedOn() != null) {
            return CASE_CLOSED;
        }
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

    private static @Nullable Rule appealable(MisconductTrack misconduct) {
        if (misconduct.appealed()) {
            return APPEAL_ALREADY_LODGED;
        }
        return unless(misconduct.finding() != null || misconduct.outcome() != null, NOTHING_TO_APPEAL);
    }

    private static @Nullable Rule unless(boolean holds, Rule rule) {
        return holds ? null : rule;
    }
}
