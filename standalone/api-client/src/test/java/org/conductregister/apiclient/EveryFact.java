package org.conductregister.apiclient;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.conductregister.client.model.*;

/** Entries of every kind, in an order in which the rules take them, built of nothing but generated classes. */
final class EveryFact {

    static final LocalDate DAY = LocalDate.of(2020, 2, 3);
    static final String TAG = "GENERATED_CLIENT";
    private static final UUID NOTE = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    private EveryFact() {}

    /** Returns the facts of one case with four allegations. */
    static List<Object> ofACase() {
        return List.of(
                new CaseOpened()
                        .occurredOn(DAY)
                        .force("LANCASHIRE")
                        .kind(CaseOpened.KindEnum.CONDUCT)
                        .source(CaseOpened.SourceEnum.POLICE)
                        .tags(List.of(TAG)),
                new AllegationReported()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .category("SEXUAL_ASSAULT")
                        .officerId("O1")
                        .workforce(AllegationReported.WorkforceEnum.POLICE_OFFICER),
                new AllegationReported().occurredOn(DAY).allegationId("A2").category("NEGLECT_OF_DUTY"),
                new AllegationReported().occurredOn(DAY).allegationId("A3").category("OTHER"),
                new AllegationReported().occurredOn(DAY).allegationId("A4").category("OTHER"),
                new OfficerIdentified().occurredOn(DAY).allegationId("A2").officerId("O2"),
                new SeverityAssessed()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .severity(SeverityAssessed.SeverityEnum.GROSS_MISCONDUCT),
                new CaseReferredToWatchdog().occurredOn(DAY).basis(CaseReferredToWatchdog.BasisEnum.MANDATORY),
                new InvestigationModeDecided().occurredOn(DAY).mode(InvestigationModeDecided.ModeEnum.INDEPENDENT),
                new InvestigationStarted().occurredOn(DAY),
                new InvestigationSuspended().occurredOn(DAY),
                new InvestigationResumed().occurredOn(DAY),
                new InvestigationCompleted().occurredOn(DAY),
                new CaseToAnswerDecided()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .decision(CaseToAnswerDecided.DecisionEnum.GROSS_MISCONDUCT),
                new ProceedingsListed()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .proceedings(ProceedingsListed.ProceedingsEnum.HEARING),
                new MisconductFindingMade()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .finding(MisconductFindingMade.FindingEnum.GROSS_MISCONDUCT),
                new MisconductOutcomeImposed()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .outcome(MisconductOutcomeImposed.OutcomeEnum.DISMISSAL_WITHOUT_NOTICE),
                new AppealLodged().occurredOn(DAY).allegationId("A1"),
                new AppealDecided()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .result(AppealDecided.ResultEnum.OUTCOME_VARIED)
                        .outcome(AppealDecided.OutcomeEnum.FINAL_WRITTEN_WARNING),
                new OfficerCharged().occurredOn(DAY).allegationId("A1").offence("Sexual assault"),
                new CriminalVerdictReached()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .verdict(CriminalVerdictReached.VerdictEnum.CONVICTED),
                new SentencePassed()
                        .occurredOn(DAY)
                        .allegationId("A1")
                        .sentence(SentencePassed.SentenceEnum.IMPRISONMENT)
                        .months(18),
                new ConvictionQuashed().occurredOn(DAY).allegationId("A1"),
                new ProceedingsListed()
                        .occurredOn(DAY)
                        .allegationId("A2")
                        .proceedings(ProceedingsListed.ProceedingsEnum.MEETING),
                new ProceedingsWithdrawn().occurredOn(DAY).allegationId("A2"),
                new OfficerCharged().occurredOn(DAY).allegationId("A2"),
                new CriminalCaseDiscontinued().occurredOn(DAY).allegationId("A2"),
                new CautionGiven().occurredOn(DAY).allegationId("A2"),
                new AllegationClosed().occurredOn(DAY).allegationId("A2").finding("SUSTAINED"),
                new AllegationWithdrawn().occurredOn(DAY).allegationId("A3"),
                new NoFurtherActionTaken().occurredOn(DAY).allegationId("A4"),
                new CaseClosed().occurredOn(DAY),
                new CaseReopened().occurredOn(DAY).reason("A witness has come forward."),
                new NoteAdded().entryId(NOTE).occurredOn(DAY).text("The complainant was told."),
                new EntryCorrected()
                        .corrects(NOTE)
                        .fact(new EntryCorrectedFact()
                                .type(EntryCorrectedFact.TypeEnum.NOTE_ADDED)
                                .occurredOn(DAY)
                                .putAdditionalProperty("text", "The complainant was told, and asked for a copy."))
                        .reason("The half was missing."),
                new EntryRedated().redates(NOTE).newOccurredOn(DAY.plusDays(1)).reason("It was the day after."),
                new EntryRetracted().retracts(NOTE).reason("It was about another case."));
    }

    /** Returns the facts of a case that turns out to be another one. */
    static List<Object> ofACaseEnteredTwice(String original) {
        return List.of(
                ofACase().getFirst(),
                new CaseMarkedDuplicate()
                        .occurredOn(DAY)
                        .duplicateOf(original)
                        .reason("It came by letter and by mail."));
    }

    /** Returns the facts of a person's second number. */
    static List<Object> ofASecondNumber(String original) {
        return List.of(
                registered(),
                new OfficerMarkedDuplicate()
                        .occurredOn(DAY)
                        .duplicateOf(original)
                        .reason("One person."));
    }

    /** Returns the facts of one person, up to the day they left. */
    static List<Object> ofAnOfficer() {
        return List.of(
                registered(),
                new OfficerPutOnRestrictedDuties().occurredOn(DAY),
                new OfficerSuspended().occurredOn(DAY),
                new OfficerReturnedToFullDuties().occurredOn(DAY),
                new OfficerTransferred().occurredOn(DAY).force("KENT"),
                new OfficerResigned().occurredOn(DAY),
                new OfficerPlacedOnAdvisoryList().occurredOn(DAY),
                new OfficerBarred().occurredOn(DAY),
                new OfficerDelisted().occurredOn(DAY),
                new PensionForfeited().occurredOn(DAY));
    }

    /** Each of another person, who has just been registered. */
    static List<Object> otherWaysToLeave() {
        return List.of(
                new OfficerRetired().occurredOn(DAY),
                new OfficerDismissed().occurredOn(DAY),
                new OfficerLeft().occurredOn(DAY).reason("Their contract ended."));
    }

    static OfficerRegistered registered() {
        return new OfficerRegistered()
                .occurredOn(DAY)
                .force("LANCASHIRE")
                .workforce(OfficerRegistered.WorkforceEnum.POLICE_OFFICER);
    }

    static List<Object> ofARecommendation() {
        return List.of(
                new RecommendationIssued()
                        .occurredOn(DAY)
                        .issuedBy("HMICFRS")
                        .theme("VETTING")
                        .addressedTo(List.of("LANCASHIRE"))
                        .responseDueOn(DAY.plusMonths(2)),
                new ForceResponded().occurredOn(DAY).force("LANCASHIRE").accepted(true),
                new ForceProgressGraded()
                        .occurredOn(DAY)
                        .force("LANCASHIRE")
                        .grade(ForceProgressGraded.GradeEnum.STARTED));
    }
}
