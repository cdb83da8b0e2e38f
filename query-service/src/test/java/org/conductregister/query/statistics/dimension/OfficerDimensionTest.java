package org.conductregister.query.statistics.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The value that comes first, and where it is read. */
class OfficerDimensionTest {

    @Property(tries = 50)
    void theFirstFeatureThatIsNotAbsentCounts(@ForAll Random random) {
        var dimension = Dimensions.OF_OFFICERS.getFirst();
        var allegation = new Object[Dimensions.OF_ALLEGATIONS.names().size()];
        Arrays.setAll(allegation, i -> random.nextBoolean() ? NoValue.ABSENT : "V" + i);

        var present = dimension.features().stream()
                .map(feature -> allegation[feature])
                .filter(value -> !value.equals(NoValue.ABSENT))
                .findFirst();

        assertThat(dimension.valueOf(allegation)).isEqualTo(present.orElse(NoValue.ABSENT));
    }

    @Property(tries = 20)
    void wordsComeInTheirOrderAndCodesInThatOfTheAlphabet(@ForAll Random random) {
        for (var dimension : Dimensions.OF_OFFICERS) {
            var words = dimension.dimension().words();
            var shuffled = new ArrayList<Object>(words.isEmpty() ? java.util.List.of("A", "B", "C") : words);
            var sorted = new ArrayList<>(shuffled);
            Collections.shuffle(shuffled, random);

            shuffled.sort(dimension.precedence());

            assertThat(shuffled).isEqualTo(sorted);
        }
    }

    @net.jqwik.api.Example
    void theFeaturesOfADimensionAreAllFixedOrAllChanging() {
        var ofValues =
                Dimensions.OF_OFFICERS.stream().filter(each -> !each.isCount()).toList();
        for (var dimension : ofValues) {
            assertThat(dimension.features().stream()
                            .map(Dimensions.OF_ALLEGATIONS::isFixed)
                            .distinct())
                    .as(dimension.dimension().name())
                    .hasSize(1);
        }
    }
}
