package org.conductregister.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.AllegationFact;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.CaseFact.OpenedCaseFact;
import org.conductregister.facts.CaseFact.Progress;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.ServiceFact;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views tell facts apart by their groups, so each fact is in the groups that its fields put it in. */
class FactGroupsTest {

    static Stream<Class<? extends Fact>> everyKind() {
        return FactType.all().stream().map(FactType::javaType);
    }

    static Stream<Class<? extends Fact>> everyKindOfCaseFact() {
        return everyKind().filter(CaseFact.class::isAssignableFrom);
    }

    static Stream<Class<? extends Fact>> everyKindButCorrections() {
        return everyKind().filter(kind -> !Correction.class.isAssignableFrom(kind));
    }

    @ParameterizedTest
    @MethodSource("everyKindButCorrections")
    void aFactWithAnOfficerNamesOne(Class<? extends Fact> kind) {
        assertThat(NamesOfficer.class.isAssignableFrom(kind)).isEqualTo(states(kind, OfficerId.class));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aFactWithAnAllegationIsAboutIt(Class<? extends Fact> kind) {
        assertThat(AllegationFact.class.isAssignableFrom(kind)).isEqualTo(states(kind, AllegationId.class));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void onlyARegistrationSaysWhoSomebodyIs(Class<? extends Fact> kind) {
        assertThat(states(kind, PersonName.class)).isEqualTo(kind == OfficerRegistered.class);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfCaseFact")
    void aCaseFactIsInOneGroupOfEitherKind(Class<? extends Fact> kind) {
        assertThat(Stream.of(CaseOpened.class, AllegationFact.class, OpenedCaseFact.class)
                        .filter(group -> group.isAssignableFrom(kind)))
                .hasSize(1);
        assertThat(Stream.of(CaseOpened.class, NamesOfficer.class, Progress.class)
                        .filter(group -> group.isAssignableFrom(kind)))
                .hasSize(1);
    }

    @Test
    void whomAFactNames() {
        var named = new OfficerId("LAN-O-17");

        assertThat(FactSamples.full())
                .filteredOn(fact -> !(fact instanceof Correction))
                .allSatisfy(fact -> assertThat(NamesOfficer.namedIn(fact))
                        .isEqualTo(states(fact.getClass(), OfficerId.class) ? named : null));
    }

    @Test
    void aKindInSeveralGroupsIsListedOnceAndTheOrderStays() {
        assertThat(FactType.all())
                .extracting(FactType::name)
                .containsExactly(
                        "AllegationReported",
                        "OfficerIdentified",
                        "SeverityAssessed",
                        "CaseToAnswerDecided",
                        "ProceedingsListed",
                        "ProceedingsWithdrawn",
                        "MisconductFindingMade",
                        "MisconductOutcomeImposed",
                        "AppealLodged",
                        "AppealDecided",
                        "OfficerCharged",
                        "CriminalVerdictReached",
                        "SentencePassed",
                        "CautionGiven",
                        "CriminalCaseDiscontinued",
                        "ConvictionQuashed",
                        "NoFurtherActionTaken",
                        "AllegationWithdrawn",
                        "AllegationClosed",
                        "CaseOpened",
                        "CaseReferredToWatchdog",
                        "InvestigationModeDecided",
                        "InvestigationStarted",
                        "InvestigationSuspended",
                        "InvestigationResumed",
                        "InvestigationCompleted",
                        "CaseClosed",
                        "CaseReopened",
                        "NoteAdded",
                        "OfficerRegistered",
                        "OfficerPutOnRestrictedDuties",
                        "OfficerSuspended",
                        "OfficerReturnedToFullDuties",
                        "OfficerResigned",
                        "OfficerRetired",
                        "OfficerDismissed",
                        "OfficerLeft",
                        "OfficerTransferred",
                        "OfficerBarred",
                        "OfficerPlacedOnAdvisoryList",
                        "OfficerDelisted",
                        "PensionForfeited",
                        "RecommendationIssued",
                        "ForceResponded",
                        "ForceProgressGraded",
                        "EntryRetracted",
                        "EntryRedated",
                        "EntryCorrected",
                        "CaseMarkedDuplicate",
                        "OfficerMarkedDuplicate",
                        "LegalHoldPlaced",
                        "LegalHoldReleased",
                        "PersonalDataErased");
    }

    @Test
    void anOfficersFactIsTheirRegistrationOrAboutTheirService() {
        assertThat(OfficerFact.class.getPermittedSubclasses())
                .containsExactlyElementsOf(List.of(OfficerRegistered.class, ServiceFact.class));
    }

    private static boolean states(Class<?> kind, Class<?> type) {
        return Arrays.stream(kind.getRecordComponents()).anyMatch(component -> component.getType() == type);
    }
}
