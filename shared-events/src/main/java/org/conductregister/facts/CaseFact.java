package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.facts.Correction.DuplicateMarking;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Months;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Regime;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a case or one of its allegations.
 *
 * <p>The facts are grouped by what a reader asks of them, so that a switch is short and names them all: what a fact is
 * about ({@link CaseOpened}, {@link AllegationFact} or {@link OpenedCaseFact}), and whether it brings somebody or something
 * new ({@link CaseOpened}, {@link NamesOfficer}) or tells what became of it ({@link Progress}). Each fact is in one group of
 * either kind. The {@code permits} clauses, read depth first, also give the kinds of fact their order.
 */
public sealed interface CaseFact extends Fact permits CaseFact.AllegationFact, CaseFact.CaseOpened, CaseFact.Progress {

    /** A fact about one allegation of the case. */
    sealed interface AllegationFact extends CaseFact permits NamesOfficer, ReportedAllegationFact {

        AllegationId allegationId();
    }

    /** A fact that says, or may say, against which officer an allegation is. */
    sealed interface NamesOfficer extends AllegationFact permits AllegationReported, OfficerIdentified {

        /** Returns the officer; null where the allegation is against somebody not yet identified. */
        @Nullable
        OfficerId officerId();

        /** Returns the officer whom a fact names, or what a correction states instead; null where it names none. */
        static @Nullable OfficerId namedIn(Fact fact) {
            return switch (fact) {
                case NamesOfficer f -> f.officerId();
                case CaseOpened f -> null;
                case Progress f -> null;
                case OfficerFact f -> null;
                case RecommendationFact f -> null;
                case EntryCorrected f -> namedIn(f.fact());
                case EntryRetracted f -> null;
                case EntryRedated f -> null;
                case DuplicateMarking f -> null;
                case PersonalDataFact f -> null;
            };
        }
    }

    /** A fact about an allegation that was reported before. */
    sealed interface ReportedAllegationFact extends AllegationFact
            permits OfficerIdentified, SeverityAssessed, MisconductFact, AppealFact, CriminalFact, EndingFact {}

    /**
     * A fact about what became of a case or an allegation. It names no officer, and states no words by which a case is
     * found.
     */
    sealed interface Progress extends CaseFact
            permits SeverityAssessed, MisconductFact, AppealFact, CriminalFact, EndingFact, OpenedCaseFact {}

    /** A step of the misconduct proceedings about an allegation; an appeal is an {@link AppealFact}. */
    sealed interface MisconductFact extends ReportedAllegationFact, Progress {}

    /** A step of an appeal against a finding or an outcome. */
    sealed interface AppealFact extends ReportedAllegationFact, Progress {}

    /** A step of the criminal proceedings about an allegation. */
    sealed interface CriminalFact extends ReportedAllegationFact, Progress {}

    /** A fact that ends the handling of one allegation. */
    sealed interface EndingFact extends ReportedAllegationFact, Progress {}

    /** A fact about a case as a whole that was opened before. */
    sealed interface OpenedCaseFact extends Progress
            permits ReferralFact, InvestigationFact, CaseClosed, CaseReopened, NoteAdded {}

    /** A fact about the latest referral of a case to the watchdog. */
    sealed interface ReferralFact extends OpenedCaseFact {}

    /** A step of the investigation of a case. */
    sealed interface InvestigationFact extends OpenedCaseFact {}

    /** A matter came in. */
    @StoredAs("case.opened.1")
    record CaseOpened(
            LocalDate occurredOn,
            ForceCode force,
            CaseKind kind,
            CaseSource source,
            @Nullable Reference reference,
            @Nullable Regime regime,
            @Nullable FreeText title,
            @Nullable Tags tags,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements CaseFact {

        public CaseOpened(
                LocalDate occurredOn,
                ForceCode force,
                CaseKind kind,
                CaseSource source,
                @Nullable Regime regime,
                @Nullable FreeText title,
                @Nullable Tags tags,
                @Nullable FreeText note) {
            this(occurredOn, force, kind, source, null, regime, title, tags, note, null);
        }
    }

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
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements NamesOfficer {

        public AllegationReported(
                LocalDate occurredOn,
                AllegationId allegationId,
                CategoryCode category,
                @Nullable OfficerId officerId,
                @Nullable Workforce workforce,
                @Nullable Tags tags,
                @Nullable FreeText summary,
                @Nullable FreeText note) {
            this(occurredOn, allegationId, category, officerId, workforce, tags, summary, note, null);
        }
    }

    /** The officer behind an allegation became known. */
    @StoredAs("case.officer-identified.1")
    record OfficerIdentified(
            LocalDate occurredOn,
            AllegationId allegationId,
            OfficerId officerId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements NamesOfficer, ReportedAllegationFact {

        public OfficerIdentified(
                LocalDate occurredOn, AllegationId allegationId, OfficerId officerId, @Nullable FreeText note) {
            this(occurredOn, allegationId, officerId, note, null);
        }
    }

    /** The gravity of the allegation, if it were proved. */
    @StoredAs("case.severity-assessed.1")
    record SeverityAssessed(
            LocalDate occurredOn,
            AllegationId allegationId,
            Severity severity,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements ReportedAllegationFact, Progress {

        public SeverityAssessed(
                LocalDate occurredOn, AllegationId allegationId, Severity severity, @Nullable FreeText note) {
            this(occurredOn, allegationId, severity, note, null);
        }
    }

    /** Handed to the watchdog; to the IOPC where none is named. */
    @StoredAs("case.referred-to-watchdog.1")
    record CaseReferredToWatchdog(
            LocalDate occurredOn,
            ReferralBasis basis,
            @Nullable WatchdogCode watchdog,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements ReferralFact {

        public CaseReferredToWatchdog(
                LocalDate occurredOn, ReferralBasis basis, @Nullable WatchdogCode watchdog, @Nullable FreeText note) {
            this(occurredOn, basis, watchdog, note, null);
        }
    }

    /** The watchdog decided on the latest referral. */
    @StoredAs("case.investigation-mode-decided.1")
    record InvestigationModeDecided(
            LocalDate occurredOn,
            InvestigationMode mode,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements ReferralFact {

        public InvestigationModeDecided(LocalDate occurredOn, InvestigationMode mode, @Nullable FreeText note) {
            this(occurredOn, mode, note, null);
        }
    }

    @StoredAs("case.investigation-started.1")
    record InvestigationStarted(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements InvestigationFact {

        public InvestigationStarted(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    /** Usually while a criminal trial goes on (sub judice). */
    @StoredAs("case.investigation-suspended.1")
    record InvestigationSuspended(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements InvestigationFact {

        public InvestigationSuspended(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("case.investigation-resumed.1")
    record InvestigationResumed(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements InvestigationFact {

        public InvestigationResumed(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("case.investigation-completed.1")
    record InvestigationCompleted(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements InvestigationFact {

        public InvestigationCompleted(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    @StoredAs("case.case-to-answer-decided.1")
    record CaseToAnswerDecided(
            LocalDate occurredOn,
            AllegationId allegationId,
            CaseToAnswerDecision decision,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements MisconductFact {

        public CaseToAnswerDecided(
                LocalDate occurredOn,
                AllegationId allegationId,
                CaseToAnswerDecision decision,
                @Nullable FreeText note) {
            this(occurredOn, allegationId, decision, note, null);
        }
    }

    @StoredAs("case.proceedings-listed.1")
    record ProceedingsListed(
            LocalDate occurredOn,
            AllegationId allegationId,
            ProceedingsKind proceedings,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements MisconductFact {

        public ProceedingsListed(
                LocalDate occurredOn, AllegationId allegationId, ProceedingsKind proceedings, @Nullable FreeText note) {
            this(occurredOn, allegationId, proceedings, note, null);
        }
    }

    @StoredAs("case.proceedings-withdrawn.1")
    record ProceedingsWithdrawn(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements MisconductFact {

        public ProceedingsWithdrawn(
                LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText reason, @Nullable FreeText note) {
            this(occurredOn, allegationId, reason, note, null);
        }
    }

    @StoredAs("case.misconduct-finding-made.1")
    record MisconductFindingMade(
            LocalDate occurredOn,
            AllegationId allegationId,
            MisconductFinding finding,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements MisconductFact {

        public MisconductFindingMade(
                LocalDate occurredOn, AllegationId allegationId, MisconductFinding finding, @Nullable FreeText note) {
            this(occurredOn, allegationId, finding, note, null);
        }
    }

    /** A dismissal ends the officer's employment on this day. */
    @StoredAs("case.misconduct-outcome-imposed.1")
    record MisconductOutcomeImposed(
            LocalDate occurredOn,
            AllegationId allegationId,
            MisconductOutcome outcome,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements MisconductFact {

        public MisconductOutcomeImposed(
                LocalDate occurredOn, AllegationId allegationId, MisconductOutcome outcome, @Nullable FreeText note) {
            this(occurredOn, allegationId, outcome, note, null);
        }
    }

    @StoredAs("case.appeal-lodged.1")
    record AppealLodged(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements AppealFact {

        public AppealLodged(LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText note) {
            this(occurredOn, allegationId, note, null);
        }
    }

    /** UPHELD sets the outcome aside; OUTCOME_VARIED states the one in its place. */
    @StoredAs("case.appeal-decided.1")
    record AppealDecided(
            LocalDate occurredOn,
            AllegationId allegationId,
            AppealResult result,

            @OnlyWith(field = "result", words = "OUTCOME_VARIED", required = true) @Nullable
            MisconductOutcome outcome,

            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements AppealFact {

        public AppealDecided(
                LocalDate occurredOn,
                AllegationId allegationId,
                AppealResult result,
                @Nullable MisconductOutcome outcome,
                @Nullable FreeText note) {
            this(occurredOn, allegationId, result, outcome, note, null);
        }
    }

    @StoredAs("case.officer-charged.1")
    record OfficerCharged(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText offence,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements CriminalFact {

        public OfficerCharged(
                LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText offence, @Nullable FreeText note) {
            this(occurredOn, allegationId, offence, note, null);
        }
    }

    @StoredAs("case.criminal-verdict-reached.1")
    record CriminalVerdictReached(
            LocalDate occurredOn,
            AllegationId allegationId,
            Verdict verdict,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements CriminalFact {

        public CriminalVerdictReached(
                LocalDate occurredOn, AllegationId allegationId, Verdict verdict, @Nullable FreeText note) {
            this(occurredOn, allegationId, verdict, note, null);
        }
    }

    @StoredAs("case.sentence-passed.1")
    record SentencePassed(
            LocalDate occurredOn,
            AllegationId allegationId,
            Sentence sentence,

            @OnlyWith(
                    field = "sentence",
                    words = {"LIFE_IMPRISONMENT", "IMPRISONMENT", "SUSPENDED_SENTENCE"})
            @Nullable
            Months months,

            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements CriminalFact {

        public SentencePassed(
                LocalDate occurredOn,
                AllegationId allegationId,
                Sentence sentence,
                @Nullable Months months,
                @Nullable FreeText note) {
            this(occurredOn, allegationId, sentence, months, note, null);
        }
    }

    @StoredAs("case.caution-given.1")
    record CautionGiven(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements CriminalFact {

        public CautionGiven(LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText note) {
            this(occurredOn, allegationId, note, null);
        }
    }

    @StoredAs("case.criminal-case-discontinued.1")
    record CriminalCaseDiscontinued(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements CriminalFact {

        public CriminalCaseDiscontinued(LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText note) {
            this(occurredOn, allegationId, note, null);
        }
    }

    @StoredAs("case.conviction-quashed.1")
    record ConvictionQuashed(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements CriminalFact {

        public ConvictionQuashed(LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText note) {
            this(occurredOn, allegationId, note, null);
        }
    }

    @StoredAs("case.no-further-action-taken.1")
    record NoFurtherActionTaken(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements EndingFact {

        public NoFurtherActionTaken(LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText note) {
            this(occurredOn, allegationId, note, null);
        }
    }

    @StoredAs("case.allegation-withdrawn.1")
    record AllegationWithdrawn(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements EndingFact {

        public AllegationWithdrawn(LocalDate occurredOn, AllegationId allegationId, @Nullable FreeText note) {
            this(occurredOn, allegationId, note, null);
        }
    }

    /** Closed with the force's own wording of the end. */
    @StoredAs("case.allegation-closed.1")
    record AllegationClosed(
            LocalDate occurredOn,
            AllegationId allegationId,
            @Nullable FindingCode finding,
            @Nullable MisconductOutcome outcome,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements EndingFact {

        public AllegationClosed(
                LocalDate occurredOn,
                AllegationId allegationId,
                @Nullable FindingCode finding,
                @Nullable MisconductOutcome outcome,
                @Nullable FreeText note) {
            this(occurredOn, allegationId, finding, outcome, note, null);
        }
    }

    /** Closes the allegations still pending. */
    @StoredAs("case.closed.1")
    record CaseClosed(
            LocalDate occurredOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements OpenedCaseFact {

        public CaseClosed(LocalDate occurredOn, @Nullable FreeText note) {
            this(occurredOn, note, null);
        }
    }

    /** Makes pending again the allegations that CaseClosed had closed. */
    @StoredAs("case.reopened.1")
    record CaseReopened(
            LocalDate occurredOn,
            FreeText reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements OpenedCaseFact {

        public CaseReopened(LocalDate occurredOn, FreeText reason, @Nullable FreeText note) {
            this(occurredOn, reason, note, null);
        }
    }

    /** Says something and changes nothing. */
    @StoredAs("case.note-added.1")
    record NoteAdded(
            LocalDate occurredOn,
            FreeText text,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements OpenedCaseFact {

        public NoteAdded(LocalDate occurredOn, FreeText text, @Nullable FreeText note) {
            this(occurredOn, text, note, null);
        }
    }
}
