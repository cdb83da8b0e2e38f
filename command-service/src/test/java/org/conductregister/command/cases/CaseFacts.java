package org.conductregister.command.cases;

import static org.conductregister.command.entries.RecordFixture.day;

import org.conductregister.command.entries.RecordFixture;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;

/** Facts of one case, as a sentence needs them: the day, the allegation, and what matters. */
public final class CaseFacts {

    static final AllegationId A = new AllegationId("A");
    static final AllegationId B = new AllegationId("B");
    static final RecordFixture<CaseRecord> CASE =
            new RecordFixture<>(CaseRecord.class, RecordId.of(new CaseId("LAN-2020-0001")));

    private static final CategoryCode CATEGORY = new CategoryCode("SEXUAL_ASSAULT");

    private CaseFacts() {}

    /** The kind of record that they are of. */
    public static Records records() {
        return new CaseRecords();
    }

    static CaseOpened opened(int day) {
        return new CaseOpened(
                day(day), new ForceCode("LANCASHIRE"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);
    }

    static AllegationReported reported(int day, AllegationId allegation) {
        return new AllegationReported(
                day(day), allegation, CATEGORY, new OfficerId("LAN-O-17"), null, null, null, null);
    }

    static AllegationReported reportedAgainstNobodyKnown(int day, AllegationId allegation) {
        return new AllegationReported(day(day), allegation, CATEGORY, null, null, null, null, null);
    }

    static OfficerIdentified identified(int day, AllegationId allegation) {
        return new OfficerIdentified(day(day), allegation, new OfficerId("LAN-O-18"), null);
    }

    static SeverityAssessed assessed(int day, AllegationId allegation) {
        return new SeverityAssessed(day(day), allegation, Severity.GROSS_MISCONDUCT, null);
    }

    static CaseReferredToWatchdog referred(int day) {
        return new CaseReferredToWatchdog(day(day), ReferralBasis.MANDATORY, null, null);
    }

    static InvestigationModeDecided decided(int day, InvestigationMode mode) {
        return new InvestigationModeDecided(day(day), mode, null);
    }

    static InvestigationStarted started(int day) {
        return new InvestigationStarted(day(day), null);
    }

    static InvestigationSuspended suspended(int day) {
        return new InvestigationSuspended(day(day), null);
    }

    static InvestigationResumed resumed(int day) {
        return new InvestigationResumed(day(day), null);
    }

    static InvestigationCompleted completed(int day) {
        return new InvestigationCompleted(day(day), null);
    }

    static CaseToAnswerDecided caseToAnswer(int day, AllegationId allegation) {
        return new CaseToAnswerDecided(day(day), allegation, CaseToAnswerDecision.GROSS_MISCONDUCT, null);
    }

    static ProceedingsListed listed(int day, AllegationId allegation) {
        return new ProceedingsListed(day(day), allegation, ProceedingsKind.HEARING, null);
    }

    static ProceedingsWithdrawn withdrawnFromHearing(int day, AllegationId allegation) {
        return new ProceedingsWithdrawn(day(day), allegation, null, null);
    }

    static MisconductFindingMade found(int day, AllegationId allegation) {
        return new MisconductFindingMade(day(day), allegation, MisconductFinding.GROSS_MISCONDUCT, null);
    }

    static MisconductOutcomeImposed imposed(int day, AllegationId allegation, MisconductOutcome outcome) {
        return new MisconductOutcomeImposed(day(day), allegation, outcome, null);
    }

    static MisconductOutcomeImposed dismissed(int day, AllegationId allegation) {
        return imposed(day, allegation, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE);
    }

    static AppealLodged appealed(int day, AllegationId allegation) {
        return new AppealLodged(day(day), allegation, null);
    }

    static AppealDecided appealDecided(int day, AllegationId allegation) {
        return new AppealDecided(day(day), allegation, AppealResult.DISMISSED, null, null);
    }

    static OfficerCharged charged(int day, AllegationId allegation) {
        return new OfficerCharged(day(day), allegation, null, null);
    }

    static CriminalVerdictReached convicted(int day, AllegationId allegation) {
        return new CriminalVerdictReached(day(day), allegation, Verdict.CONVICTED, null);
    }

    static CriminalVerdictReached acquitted(int day, AllegationId allegation) {
        return new CriminalVerdictReached(day(day), allegation, Verdict.ACQUITTED, null);
    }

    static SentencePassed jailed(int day, AllegationId allegation) {
        return new SentencePassed(day(day), allegation, Sentence.IMPRISONMENT, new Months(18), null);
    }

    static CautionGiven cautioned(int day, AllegationId allegation) {
        return new CautionGiven(day(day), allegation, null);
    }

    static CriminalCaseDiscontinued discontinued(int day, AllegationId allegation) {
        return new CriminalCaseDiscontinued(day(day), allegation, null);
    }

    static ConvictionQuashed quashed(int day, AllegationId allegation) {
        return new ConvictionQuashed(day(day), allegation, null);
    }

    static NoFurtherActionTaken noFurtherAction(int day, AllegationId allegation) {
        return new NoFurtherActionTaken(day(day), allegation, null);
    }

    static AllegationWithdrawn withdrawn(int day, AllegationId allegation) {
        return new AllegationWithdrawn(day(day), allegation, null);
    }

    static AllegationClosed ended(int day, AllegationId allegation) {
        return new AllegationClosed(day(day), allegation, new FindingCode("SUSTAINED"), null, null);
    }

    static AllegationClosed endedWith(int day, AllegationId allegation, MisconductOutcome outcome) {
        return new AllegationClosed(day(day), allegation, null, outcome, null);
    }

    static CaseClosed closed(int day) {
        return new CaseClosed(day(day), null);
    }

    static CaseReopened reopened(int day) {
        return new CaseReopened(day(day), new FreeText("new evidence"), null);
    }

    static NoteAdded note(int day, String text) {
        return new NoteAdded(day(day), new FreeText(text), null);
    }
}
