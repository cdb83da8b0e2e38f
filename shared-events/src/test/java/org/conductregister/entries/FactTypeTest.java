package org.conductregister.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.Fact;
import org.conductregister.facts.FactSamples;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.terms.text.Confidential;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactTypeTest {

    static Stream<Fact> facts() {
        return Stream.concat(FactSamples.full().stream(), FactSamples.sparse().stream());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactIsMadeAgainOfItsValues(Fact fact) {
        var type = FactType.of(fact);
        var values = type.values(fact);

        assertThat(values).hasSameSizeAs(type.fields()).contains(fact.occurredOn());
        assertThat(type.create(values)).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void itsTextsAreThoseOfItsValuesThatMayDescribeAPerson(Fact fact) {
        var type = FactType.of(fact);

        assertThat(type.texts(fact))
                .isEqualTo(Stream.of(type.values(fact))
                        .filter(Confidential.class::isInstance)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactIsLoggedOnTheRecordsOfItsKind(Fact fact) {
        var records = FactType.of(fact).records();

        assertThat(records.contains(RecordKind.CASE))
                .isEqualTo(fact instanceof CaseFact
                        || fact instanceof OfAnEntry
                        || fact instanceof CaseMarkedDuplicate
                        || fact instanceof PersonalDataFact);
        assertThat(records.contains(RecordKind.OFFICER))
                .isEqualTo(fact instanceof OfficerFact
                        || fact instanceof OfAnEntry
                        || fact instanceof OfficerMarkedDuplicate
                        || fact instanceof PersonalDataFact);
        assertThat(records.contains(RecordKind.RECOMMENDATION))
                .isEqualTo(fact instanceof RecommendationFact || fact instanceof OfAnEntry);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void onlyANoteOrACorrectionNeedsNoDay(Fact fact) {
        assertThat(FactType.of(fact).dayMayBeLeftOut())
                .isEqualTo(fact instanceof CaseFact.NoteAdded || fact instanceof Correction);
    }
}
