package org.conductregister.command.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.claims.Clash;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.platform.people.Sight;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.*;
import org.conductregister.terms.identifiers.*;
import org.conductregister.terms.text.*;
import org.junit.jupiter.api.Test;

class SightRulesTest {

    private static final LocalDate DAY = LocalDate.of(2020, 2, 3);
    private static final OfficerId SELF = new OfficerId("KENT-O-7");
    private static final RecordId MINE = RecordId.of(new CaseId("KENT-1"));
    private static final RecordId THEIRS = RecordId.of(new CaseId("ESSEX-1"));
    private static final RecordId NOWHERE = RecordId.of(new CaseId("KENT-2"));

    private final Map<RecordId, List<Logged>> recorded =
            Map.of(MINE, List.of(logged(opened("KENT"))), THEIRS, List.of(logged(opened("ESSEX"))));

    private final SightRules kent =
            new SightRules(new Sight(Set.of(new ForceCode("KENT")), Set.of(SELF)), this::recordedOn);

    private List<Logged> recordedOn(RecordId record) {
        return recorded.getOrDefault(record, List.of());
    }

    private static Logged logged(Fact fact) {
        return new Logged(EntryId.random(), fact);
    }

    private static CaseOpened opened(String force) {
        return new CaseOpened(DAY, new ForceCode(force), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);
    }

    private static AllegationReported against(OfficerId officer) {
        return new AllegationReported(
                DAY, new AllegationId("A1"), new CategoryCode("OTHER"), officer, null, null, null, null);
    }

    private static CaseMarkedDuplicate duplicateOf(RecordId original) {
        return new CaseMarkedDuplicate(DAY, new CaseId(original.id()), new FreeText("sent twice"), null);
    }

    private static Clash taken(RecordId by) {
        return new Clash(Clash.Kind.REFERENCE_TAKEN, NOWHERE, by, "CO 12/19");
    }

    @Test
    void whoSeesAllIsRefusedNothing() {
        var everything = new SightRules(Sight.EVERYTHING, this::recordedOn);

        assertThat(everything.areNone()).isTrue();
        assertThat(SightRules.NONE.areNone()).isTrue();
        assertThat(kent.areNone()).isFalse();
        assertThat(everything.refusal(THEIRS, opened("ESSEX"))).isNull();
        assertThat(everything.refusal(MINE, against(SELF))).isNull();
        assertThat(everything.refusal(taken(THEIRS))).isEqualTo(new Refusal.AgainstAnotherRecord(taken(THEIRS)));
        assertThat(SightRules.NONE.see(THEIRS, recordedOn(THEIRS))).isTrue();
    }

    @Test
    void aCaseOfAnotherForceIsNotSeenAndAnyOtherRecordIs() {
        assertThat(kent.see(MINE, recordedOn(MINE))).isTrue();
        assertThat(kent.see(THEIRS, recordedOn(THEIRS))).isFalse();
        assertThat(kent.see(NOWHERE, List.of())).isTrue();
        assertThat(kent.see(RecordId.of(SELF), List.of(logged(new OfficerResigned(DAY, null)))))
                .isTrue();
    }

    @Test
    void aCaseOfAnotherForceIsNotOpened() {
        assertThat(kent.refusal(NOWHERE, opened("KENT"))).isNull();

        var refusal = kent.refusal(NOWHERE, opened("ESSEX"));

        assertThat(refusal).isEqualTo(new Refusal.OutOfSight(Refusal.OutOfSight.Kind.FORCE_NOT_YOURS, "ESSEX"));
        assertThat(refusal.code()).isEqualTo("FORCE_NOT_YOURS");
        assertThat(refusal.sentence()).contains("You do not work for ESSEX");
    }

    @Test
    void nobodyRecordsWhatIsAboutThemselves() {
        var others = new OfficerId("KENT-O-8");

        assertThat(kent.refusal(MINE, against(others))).isNull();
        assertThat(kent.refusal(RecordId.of(others), new OfficerResigned(DAY, null)))
                .isNull();
        assertThat(kent.refusal(MINE, against(SELF)))
                .isEqualTo(new Refusal.OutOfSight(Refusal.OutOfSight.Kind.CONFLICT_OF_INTEREST, "KENT-1"));
        assertThat(kent.refusal(RecordId.of(SELF), new OfficerResigned(DAY, null)))
                .isEqualTo(new Refusal.OutOfSight(Refusal.OutOfSight.Kind.CONFLICT_OF_INTEREST, "KENT-O-7"));
    }

    @Test
    void aCaseThatIsNotSeenIsUnknownAsAnOriginal() {
        assertThat(kent.refusal(NOWHERE, duplicateOf(MINE))).isNull();
        assertThat(kent.refusal(MINE, duplicateOf(THEIRS)))
                .isEqualTo(new Refusal.AgainstAnotherRecord(
                        new Clash(Clash.Kind.DUPLICATE_OF_UNKNOWN, MINE, THEIRS, "ESSEX-1")));
    }

    @Test
    void aReferenceThatAHiddenCaseHasIsTakenWithoutAWordOnThatCase() {
        var refusal = kent.refusal(taken(THEIRS));

        assertThat(refusal).isEqualTo(new Refusal.OutOfSight(Refusal.OutOfSight.Kind.REFERENCE_TAKEN, "CO 12/19"));
        assertThat(refusal.sentence()).doesNotContain("ESSEX");
        assertThat(kent.refusal(taken(MINE))).isEqualTo(new Refusal.AgainstAnotherRecord(taken(MINE)));
    }

    @Test
    void noRefusalNamesAHiddenCaseThatDuplicatesOrIsDuplicated() {
        var duplicated = new Clash(Clash.Kind.HAS_DUPLICATES, MINE, THEIRS, "KENT-1");
        var duplicates = new Clash(Clash.Kind.DUPLICATE_OF_DUPLICATE, NOWHERE, MINE, "ESSEX-1");

        assertThat(kent.refusal(duplicated).code()).isEqualTo("HAS_DUPLICATES");
        assertThat(kent.refusal(duplicates).code()).isEqualTo("DUPLICATE_OF_DUPLICATE");
        assertThat(kent.told(new Refusal.MarkedDuplicate(THEIRS)).code()).isEqualTo("MARKED_DUPLICATE");
        assertThat(List.of(
                        kent.refusal(duplicated),
                        kent.refusal(duplicates),
                        kent.told(new Refusal.MarkedDuplicate(THEIRS))))
                .allSatisfy(refusal -> {
                    assertThat(refusal.toString()).doesNotContain("ESSEX");
                    assertThat(refusal.sentence()).doesNotContain("ESSEX").isNotBlank();
                });
        assertThat(kent.told(new Refusal.MarkedDuplicate(MINE))).isEqualTo(new Refusal.MarkedDuplicate(MINE));
        assertThat(SightRules.NONE.told(new Refusal.MarkedDuplicate(THEIRS)))
                .isEqualTo(new Refusal.MarkedDuplicate(THEIRS));
        var seen = new Clash(Clash.Kind.HAS_DUPLICATES, NOWHERE, MINE, "KENT-2");
        assertThat(kent.refusal(seen)).isEqualTo(new Refusal.AgainstAnotherRecord(seen));
    }

    @Test
    void aNumberThatIsTakenIsSaidToBeNotAvailable() {
        var refusal = SightRules.numberTaken(THEIRS);

        assertThat(refusal.code()).isEqualTo("CASE_ID_NOT_AVAILABLE");
        assertThat(refusal.sentence()).contains("ESSEX-1");
    }
}
