package org.conductregister.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.conductregister.entries.FactType;
import org.conductregister.terms.text.Confidential;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that a value that may name or describe a person is marked so in its type: to be kept from analysts and logs,
 * later encrypted.
 */
class ConfidentialFieldsTest {

    private static final Set<String> OF_EVERY_FACT = Set.of("note", "dayStatedAs");

    @Test
    void theseFieldsAreConfidentialAndNoOthers() {
        var confidential = FactType.all().stream()
                .flatMap(type -> type.fields().stream()
                        .filter(field -> field.confidential() && !OF_EVERY_FACT.contains(field.name()))
                        .map(field -> type + "." + field.name()));

        assertThat(confidential)
                .containsExactlyInAnyOrder(
                        "CaseOpened.title",
                        "AllegationReported.summary",
                        "ProceedingsWithdrawn.reason",
                        "OfficerCharged.offence",
                        "CaseReopened.reason",
                        "NoteAdded.text",
                        "OfficerRegistered.name",
                        "OfficerLeft.reason",
                        "EntryRetracted.reason",
                        "EntryRedated.reason",
                        "EntryCorrected.reason",
                        "CaseMarkedDuplicate.reason",
                        "OfficerMarkedDuplicate.reason");
    }

    @Test
    void theNoteOfEveryFactAndItsDayInWordsAreConfidential() {
        assertThat(FactType.all())
                .allSatisfy(type -> assertThat(type.fields())
                        .filteredOn(field -> OF_EVERY_FACT.contains(field.name()))
                        .hasSize(2)
                        .allSatisfy(field -> assertThat(field.confidential()).isTrue())
                        .allSatisfy(field -> assertThat(field.required()).isFalse()));
    }

    static List<Fact> facts() {
        return FactSamples.full();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactDoesNotPrintWhatIsConfidential(Fact fact) {
        assertThat(fact.toString()).doesNotContain(FactSamples.IN_CONFIDENCE).contains("note=…", "dayStatedAs=…");
    }

    @Test
    void whatDoesNotPrintItselfCanStillBeRead() {
        for (Confidential confidential :
                List.of(new FreeText("rang back"), new PersonName("rang back"), new DayStatedAs("rang back"))) {
            assertThat(confidential.toString()).isEqualTo("…");
            assertThat(confidential.value()).isEqualTo("rang back");
        }
    }
}
