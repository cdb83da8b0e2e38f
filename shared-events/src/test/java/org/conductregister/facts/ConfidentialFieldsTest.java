package org.conductregister.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conductregister.entries.FactType;
import org.conductregister.terms.Confidential;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may name or describe a person is marked so in its type: to be kept from analysts and logs, later encrypted. */
class ConfidentialFieldsTest {

    @Test
    void theseFieldsAreConfidentialAndNoOthers() {
        var confidential = FactType.all().stream()
                .flatMap(type -> type.fields().stream()
                        .filter(field -> field.confidential() && !field.name().equals("note"))
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
                        "EntryRedated.reason");
    }

    @Test
    void theNoteOfEveryFactIsConfidential() {
        assertThat(FactType.all())
                .allSatisfy(type -> assertThat(type.fields())
                        .filteredOn(field -> field.name().equals("note"))
                        .singleElement()
                        .satisfies(note -> assertThat(note.confidential()).isTrue())
                        .satisfies(note -> assertThat(note.required()).isFalse()));
    }

    static List<Fact> facts() {
        return FactSamples.full();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactDoesNotPrintWhatIsConfidential(Fact fact) {
        assertThat(fact.toString()).doesNotContain(FactSamples.IN_CONFIDENCE).contains("note=…");
    }

    @Test
    void whatDoesNotPrintItselfCanStillBeRead() {
        for (Confidential confidential : List.of(new FreeText("rang back"), new PersonName("rang back"))) {
            assertThat(confidential.toString()).isEqualTo("…");
            assertThat(confidential.value()).isEqualTo("rang back");
        }
    }
}
