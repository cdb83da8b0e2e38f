package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names somebody may have meant. */
class SimilarNamesTest {

    private static final List<String> NAMES = List.of(
            "asAt", "knownAt", "atLeast", "category", "force", "LANCASHIRE", "LANCASHIRE_FIRE", "KENT", "GWENT");

    @ParameterizedTest
    @CsvSource({
        "asat, asAt",
        "as_at, asAt",
        "knowAt, knownAt",
        "known_at, knownAt",
        "categroy, category",
        "LANCASHIR, LANCASHIRE LANCASHIRE_FIRE",
        "LANC, LANCASHIRE LANCASHIRE_FIRE",
        "KENTT, KENT",
        "KNET, KENT",
        "colour, ''",
        "x, ''"
    })
    void theMostSimilarComesFirst(String given, String similar) {
        assertThat(String.join(" ", SimilarNames.of(given, NAMES))).isEqualTo(similar);
    }

    @ParameterizedTest
    @CsvSource({"1000000", "20"})
    void aVeryLongNameCostsNothing(int length) {
        assertThat(SimilarNames.of("a".repeat(length), NAMES)).isEmpty();
    }
}
