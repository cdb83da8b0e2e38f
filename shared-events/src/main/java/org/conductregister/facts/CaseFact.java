package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.CategoryCode;
import org.conductregister.terms.FindingCode;
import org.conductregister.terms.ForceCode;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Months;
import org.conductregister.terms.OfficerId;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Regime;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Tags;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.WatchdogCode;
import org.conductregister.terms.Workforce;
import org.jspecify.annotations.Nullable;

/** A fact about a case or one of its allegations. */
public sealed interface CaseFact extends Fact {

    /** A fact about one allegation of the case. */
    sealed interface AllegationFact extends CaseFact {

        AllegationId allegationId();
    }

    /** A matter came in. */
    @StoredAs("case.opened.1")
    record CaseOpened(
            LocalDate occurredOn,
            ForceCode force,
            CaseKind kind,
            CaseSource source,
            @Nullable Regime regime,
            @Nullable FreeText title,
            @Nullable Tags tags,
            @Nullable FreeText note)
            implements CaseFact {}

    /** Somebody was accused, identified or not. */
    @StoredAs("case.allegation-reported.1")
    record AllegationReported(
            LocalDate occurredOn,
            AllegationId allegationId,
            CategoryCode category,
            @Nullable OfficerId officerId,
            @Nullable Workforce workforce,
            @Nullable Tags tags,
            @Nullable FreeText summary,
            @Nullable FreeText note)
            implements AllegationFact {}

    /** The officer behind an allegation became known. */
    @StoredAs("case.officer-identified.1")
    record OfficerIdentified(
            LocalDate occurredOn,
            AllegationId allegationId,
            OfficerId officerId,
            @Nullable FreeText note) implements AllegationFact {}

    /** How grave the allegation would be, if proved. */
    @StoredAs("case.severity-assessed.1")
    record SeverityAssessed(
            LocalDate occurredOn,
            AllegationId allegationId,
            Severity severity,
            @Nullable FreeText note) implements AllegationFact {}

    /** Handed to the watchdog; to the IOPC where none is named. */
    @StoredAs("case.referred-to-watchdog.1")
    record CaseReferredToWatchdog(
            LocalDate occurredOn,
            ReferralBasis basis,
            @Nullable WatchdogCode watchdog,
            @Nullable FreeText note) implements CaseFact {}

    /** The watchdog decided on the latest referral. */
    @StoredAs("case.investigation-mode-decided.1")
    record InvestigationModeDecided(
            LocalDate occurredOn,
            InvestigationMode mode,
            @Nullable FreeText note) implements CaseFact {}

    @StoredAs("case.investigation-started.1")
    record InvestigationStarted(
            LocalDate occurredOn, @Nullable FreeText note) implements CaseFact {}

    /** Usually while a criminal trial goes on (sub judice). */
    @StoredAs("case.investigation-suspended.1")
    record InvestigationSuspended(
            LocalDate occurredOn, @Nullable FreeText note) implements CaseFact {}

    @StoredAs("case.investigation-resumed.1")
    record InvestigationResumed(
            LocalDate occurredOn, @Nullable FreeText note) implements CaseFact {}

    @StoredAs("case.investigation-completed.1")
    record InvestigationCompleted(
            LocalDate occurredOn, @Nullable FreeText note) implements CaseFact {}

    @StoredAs("case.case-to-answer-decided.1")
    record CaseToAnswerDecided(
            LocalDate occurredOn,
            AllegationId allegationId,
            CaseToAnswerDecision decision,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.proceedings-listed.1")
    record ProceedingsListed(
            LocalDate occurredOn,
            AllegationId allegationId,
            ProceedingsKind proceedings,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.proceedings-withdrawn.1")
    record ProceedingsWithdrawn(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText reason,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.misconduct-finding-made.1")
    record MisconductFindingMade(
            LocalDate occurredOn,
            AllegationId allegationId,
            MisconductFinding finding,
            @Nullable FreeText note) implements AllegationFact {}

    /** A dismissal ends the officer's employment on this day. */
    @StoredAs("case.misconduct-outcome-imposed.1")
    record MisconductOutcomeImposed(
            LocalDate occurredOn,
            AllegationId allegationId,
            MisconductOutcome outcome,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.appeal-lodged.1")
    record AppealLodged(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note) implements AllegationFact {}

    /** UPHELD without an outcome sets the outcome aside. */
    @StoredAs("case.appeal-decided.1")
    record AppealDecided(
            LocalDate occurredOn,
            AllegationId allegationId,
            AppealResult result,
            @Nullable MisconductOutcome outcome,
            @Nullable FreeText note)
            implements AllegationFact {}

    @StoredAs("case.officer-charged.1")
    record OfficerCharged(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText offence,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.criminal-verdict-reached.1")
    record CriminalVerdictReached(
            LocalDate occurredOn,
            AllegationId allegationId,
            Verdict verdict,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.sentence-passed.1")
    record SentencePassed(
            LocalDate occurredOn,
            AllegationId allegationId,
            Sentence sentence,
            @Nullable Months months,
            @Nullable FreeText note)
            implements AllegationFact {}

    @StoredAs("case.caution-given.1")
    record CautionGiven(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.criminal-case-discontinued.1")
    record CriminalCaseDiscontinued(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.conviction-quashed.1")
    record ConvictionQuashed(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.no-further-action-taken.1")
    record NoFurtherActionTaken(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note) implements AllegationFact {}

    @StoredAs("case.allegation-withdrawn.1")
    record AllegationWithdrawn(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note) implements AllegationFact {}

    /** Closed with the force's own wording of the end. */
    @StoredAs("case.allegation-closed.1")
    record AllegationClosed(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FindingCode finding,
            @Nullable MisconductOutcome outcome,
            @Nullable FreeText note)
            implements AllegationFact {}

    /** Closes the allegations still pending. */
    @StoredAs("case.closed.1")
    record CaseClosed(LocalDate occurredOn, @Nullable FreeText note) implements CaseFact {}

    /** Makes pending again the allegations that CaseClosed had closed. */
    @StoredAs("case.reopened.1")
    record CaseReopened(
            LocalDate occurredOn, FreeText reason, @Nullable FreeText note) implements CaseFact {}

    /** Says something and changes nothing. */
    @StoredAs("case.note-added.1")
    record NoteAdded(
            LocalDate occurredOn, FreeText text, @Nullable FreeText note) implements CaseFact {}
}
