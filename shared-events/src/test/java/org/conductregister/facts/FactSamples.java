package org.conductregister.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Correction.*;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.LegalHoldReleased;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.facts.RecommendationFact.*;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.*;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.EthnicityCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.GenderCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Grounds;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Each kind of fact: with all it can state, with no more than it must, and with all it could state before facts had a day in
 * words and cases a reference.
 */
public final class FactSamples {

    /** Stands in every field of confidential text: it must not be seen where confidential things are not. */
    public static final String IN_CONFIDENCE = "told in confidence";

    private static final LocalDate DAY = LocalDate.of(2019, 5, 6);
    private static final AllegationId A1 = new AllegationId("A1");
    private static final ForceCode FORCE = new ForceCode("LANCASHIRE");
    private static final FreeText TEXT = new FreeText(IN_CONFIDENCE);
    private static final EntryId ENTRY = EntryId.of("0f8fad5b-d9cb-469f-a165-70867728950e");

    private FactSamples() {}

    public static List<Fact> full() {
        return Stream.concat(
                        beforeGender().stream().map(fact -> fact instanceof OfficerRegistered ? registered() : fact),
                        personalData(TEXT).stream().map(FactSamples::withDayInWords))
                .toList();
    }

    static Fact registered() {
        return new OfficerRegistered(
                DAY,
                FORCE,
                Workforce.POLICE_OFFICER,
                new Label("Sergeant"),
                new PersonName(IN_CONFIDENCE),
                new GenderCode("FEMALE"),
                new EthnicityCode("WHITE"),
                TEXT,
                new DayStatedAs(IN_CONFIDENCE));
    }

    /** Facts as earlier versions wrote them in full, when a registration did not state gender and ethnicity. */
    static List<Fact> beforeGender() {
        var full = new ArrayList<Fact>();
        full.add(new CaseOpened(
                DAY,
                FORCE,
                CaseKind.CONDUCT,
                CaseSource.POLICE,
                new Reference("CO 12/19"),
                Regime.REGULATIONS_2012,
                TEXT,
                Tags.of("VAWG"),
                TEXT,
                null));
        full.addAll(before().subList(1, before().size()));
        full.add(new EntryCorrected(DAY, ENTRY, before().get(1), TEXT, TEXT));
        full.add(new CaseMarkedDuplicate(DAY, new CaseId("LAN-2019-0003"), TEXT, TEXT));
        full.add(new OfficerMarkedDuplicate(DAY, new OfficerId("LAN-O-4"), TEXT, TEXT));
        return full.stream().map(FactSamples::withDayInWords).toList();
    }

    /** The day in words is the last field of every fact. */
    private static Fact withDayInWords(Fact fact) {
        var type = FactType.of(fact);
        var values = type.values(fact);
        values[values.length - 1] = new DayStatedAs(IN_CONFIDENCE);
        return type.create(values);
    }

    static List<Fact> before() {
        return List.of(
                new CaseOpened(
                        DAY,
                        FORCE,
                        CaseKind.CONDUCT,
                        CaseSource.POLICE,
                        Regime.REGULATIONS_2012,
                        TEXT,
                        Tags.of("VAWG"),
                        TEXT),
                new AllegationReported(
                        DAY,
                        A1,
                        new CategoryCode("SEXUAL_ASSAULT"),
                        new OfficerId("LAN-O-17"),
                        Workforce.POLICE_OFFICER,
                        Tags.of("VAWG", "AGAINST_COLLEAGUE"),
                        TEXT,
                        TEXT),
                new OfficerIdentified(DAY, A1, new OfficerId("LAN-O-17"), TEXT),
                new SeverityAssessed(DAY, A1, Severity.GROSS_MISCONDUCT, TEXT),
                new CaseReferredToWatchdog(DAY, ReferralBasis.MANDATORY, new WatchdogCode("IPCC"), TEXT),
                new InvestigationModeDecided(DAY, InvestigationMode.INDEPENDENT, TEXT),
                new InvestigationStarted(DAY, TEXT),
                new InvestigationSuspended(DAY, TEXT),
                new InvestigationResumed(DAY, TEXT),
                new InvestigationCompleted(DAY, TEXT),
                new CaseToAnswerDecided(DAY, A1, CaseToAnswerDecision.GROSS_MISCONDUCT, TEXT),
                new ProceedingsListed(DAY, A1, ProceedingsKind.ACCELERATED_HEARING, TEXT),
                new ProceedingsWithdrawn(DAY, A1, TEXT, TEXT),
                new MisconductFindingMade(DAY, A1, MisconductFinding.GROSS_MISCONDUCT, TEXT),
                new MisconductOutcomeImposed(DAY, A1, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, TEXT),
                new AppealLodged(DAY, A1, TEXT),
                new AppealDecided(DAY, A1, AppealResult.OUTCOME_VARIED, MisconductOutcome.FINAL_WRITTEN_WARNING, TEXT),
                new OfficerCharged(DAY, A1, TEXT, TEXT),
                new CriminalVerdictReached(DAY, A1, Verdict.CONVICTED, TEXT),
                new SentencePassed(DAY, A1, Sentence.IMPRISONMENT, new Months(18), TEXT),
                new CautionGiven(DAY, A1, TEXT),
                new CriminalCaseDiscontinued(DAY, A1, TEXT),
                new ConvictionQuashed(DAY, A1, TEXT),
                new NoFurtherActionTaken(DAY, A1, TEXT),
                new AllegationWithdrawn(DAY, A1, TEXT),
                new AllegationClosed(DAY, A1, new FindingCode("SUSTAINED"), MisconductOutcome.WRITTEN_WARNING, TEXT),
                new CaseClosed(DAY, TEXT),
                new CaseReopened(DAY, TEXT, TEXT),
                new NoteAdded(DAY, TEXT, TEXT),
                new OfficerRegistered(
                        DAY,
                        FORCE,
                        Workforce.POLICE_OFFICER,
                        new Label("Sergeant"),
                        new PersonName(IN_CONFIDENCE),
                        TEXT),
                new OfficerPutOnRestrictedDuties(DAY, TEXT),
                new OfficerSuspended(DAY, TEXT),
                new OfficerReturnedToFullDuties(DAY, TEXT),
                new OfficerResigned(DAY, TEXT),
                new OfficerRetired(DAY, TEXT),
                new OfficerDismissed(DAY, TEXT),
                new OfficerLeft(DAY, TEXT, TEXT),
                new OfficerTransferred(DAY, FORCE, TEXT),
                new OfficerBarred(DAY, TEXT),
                new OfficerPlacedOnAdvisoryList(DAY, TEXT),
                new OfficerDelisted(DAY, TEXT),
                new PensionForfeited(DAY, TEXT),
                new RecommendationIssued(
                        DAY,
                        new Label("HMICFRS"),
                        new ThemeCode("VETTING"),
                        new ForceCodes(List.of(FORCE, new ForceCode("KENT"))),
                        DAY.plusMonths(6),
                        TEXT),
                new ForceResponded(DAY, FORCE, true, TEXT),
                new ForceProgressGraded(DAY, FORCE, Grade.STARTED, TEXT),
                new EntryRetracted(DAY, ENTRY, TEXT, TEXT),
                new EntryRedated(DAY, ENTRY, DAY.minusDays(3), TEXT, TEXT));
    }

    /** Facts about personal data: in full, then sparse. */
    static List<Fact> personalData() {
        return Stream.concat(personalData(TEXT).stream().map(FactSamples::withDayInWords), personalData(null).stream())
                .toList();
    }

    private static List<Fact> personalData(@Nullable FreeText note) {
        var reason = new Grounds("the claim was settled");
        return List.of(
                new LegalHoldPlaced(DAY, reason, note, null),
                new LegalHoldReleased(DAY, reason, note, null),
                new PersonalDataErased(DAY, reason, note, null));
    }

    public static List<Fact> sparse() {
        return Stream.concat(sparseBefore().stream(), personalData(null).stream())
                .toList();
    }

    /** The sparse facts of all kinds but those about personal data. */
    static List<Fact> sparseBefore() {
        return List.of(
                new CaseOpened(DAY, FORCE, CaseKind.COMPLAINT, CaseSource.PUBLIC, null, null, null, null),
                new AllegationReported(DAY, A1, new CategoryCode("RAPE"), null, null, null, null, null),
                new OfficerIdentified(DAY, A1, new OfficerId("LAN-O-17"), null),
                new SeverityAssessed(DAY, A1, Severity.NEITHER, null),
                new CaseReferredToWatchdog(DAY, ReferralBasis.VOLUNTARY, null, null),
                new InvestigationModeDecided(DAY, InvestigationMode.RETURNED_TO_FORCE, null),
                new InvestigationStarted(DAY, null),
                new InvestigationSuspended(DAY, null),
                new InvestigationResumed(DAY, null),
                new InvestigationCompleted(DAY, null),
                new CaseToAnswerDecided(DAY, A1, CaseToAnswerDecision.NO_CASE_TO_ANSWER, null),
                new ProceedingsListed(DAY, A1, ProceedingsKind.MEETING, null),
                new ProceedingsWithdrawn(DAY, A1, null, null),
                new MisconductFindingMade(DAY, A1, MisconductFinding.NOT_PROVEN, null),
                new MisconductOutcomeImposed(DAY, A1, MisconductOutcome.NO_ACTION, null),
                new AppealLodged(DAY, A1, null),
                new AppealDecided(DAY, A1, AppealResult.UPHELD, null, null),
                new OfficerCharged(DAY, A1, null, null),
                new CriminalVerdictReached(DAY, A1, Verdict.ACQUITTED, null),
                new SentencePassed(DAY, A1, Sentence.DISCHARGE, null, null),
                new CautionGiven(DAY, A1, null),
                new CriminalCaseDiscontinued(DAY, A1, null),
                new ConvictionQuashed(DAY, A1, null),
                new NoFurtherActionTaken(DAY, A1, null),
                new AllegationWithdrawn(DAY, A1, null),
                new AllegationClosed(DAY, A1, null, null, null),
                new CaseClosed(DAY, null),
                new CaseReopened(DAY, TEXT, null),
                new NoteAdded(DAY, TEXT, null),
                new OfficerRegistered(DAY, FORCE, Workforce.POLICE_STAFF, null, null, null),
                new OfficerPutOnRestrictedDuties(DAY, null),
                new OfficerSuspended(DAY, null),
                new OfficerReturnedToFullDuties(DAY, null),
                new OfficerResigned(DAY, null),
                new OfficerRetired(DAY, null),
                new OfficerDismissed(DAY, null),
                new OfficerLeft(DAY, TEXT, null),
                new OfficerTransferred(DAY, FORCE, null),
                new OfficerBarred(DAY, null),
                new OfficerPlacedOnAdvisoryList(DAY, null),
                new OfficerDelisted(DAY, null),
                new PensionForfeited(DAY, null),
                new RecommendationIssued(
                        DAY,
                        new Label("IOPC"),
                        new ThemeCode("CUSTODY"),
                        new ForceCodes(List.of(FORCE)),
                        DAY.plusDays(56),
                        null),
                new ForceResponded(DAY, FORCE, null, null),
                new ForceProgressGraded(DAY, FORCE, Grade.NOT_STARTED, null),
                new EntryRetracted(DAY, ENTRY, TEXT, null),
                new EntryRedated(DAY, ENTRY, DAY.plusDays(3), TEXT, null),
                new EntryCorrected(DAY, ENTRY, new CaseClosed(DAY.plusDays(2), null), TEXT, null),
                new CaseMarkedDuplicate(DAY, new CaseId("LAN-2019-0003"), TEXT, null),
                new OfficerMarkedDuplicate(DAY, new OfficerId("LAN-O-4"), TEXT, null));
    }
}
