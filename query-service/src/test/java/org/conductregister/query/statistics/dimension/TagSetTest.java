package org.conductregister.query.statistics.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.terms.codes.Tags;

/** Tags as a feature has them against the set of their codes. */
class TagSetTest {

    @Property(tries = 200)
    void itIsTheSetOfTheirCodesAndCannotBeChanged(@ForAll("codes") Set<String> codes) {
        var set = TagSet.of(Tags.of(codes.toArray(String[]::new)));

        assertThat(set).isEqualTo(codes).hasSameHashCodeAs(codes);
        assertThatThrownBy(() -> set.add("MORE")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Property(tries = 100)
    void theTagsOfACaseAndItsAllegationAreOneSet(
            @ForAll("codes") Set<String> ofCase, @ForAll("codes") Set<String> own) {
        var both = new HashSet<>(ofCase);
        both.addAll(own);

        var tags = Tags.of(ofCase.toArray(String[]::new)).and(Tags.of(own.toArray(String[]::new)));

        assertThat(TagSet.of(tags)).isEqualTo(both);
    }

    @Provide
    Arbitrary<Set<String>> codes() {
        return Arbitraries.of("CUSTODY", "VAWG", "STOP_AND_SEARCH", "TASER", "PURSUIT")
                .set()
                .ofMaxSize(5);
    }
}
