package org.conductregister.query.statistics.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Unit;

/** Tests the dimensions gathered by unit against the features that they were declared from. */
class DimensionsTest {

    @Property(tries = 100)
    void overlappingAreThoseAskedForThatSeveralValuesHoldOf(@ForAll Unit unit, @ForAll Random random) {
        var asked = new ArrayList<>(
                Dimensions.of(unit).stream().map(Dimension::name).toList());
        Collections.shuffle(asked, random);
        var names = List.copyOf(asked.subList(0, random.nextInt(asked.size() + 1)));

        var overlapping = Dimensions.of(unit).stream()
                .filter(Dimension::severalHold)
                .map(Dimension::name)
                .filter(names::contains)
                .toList();

        assertThat(Dimensions.overlapping(unit, names)).isEqualTo(overlapping);
    }

    @Property(tries = 10)
    void dimensionsAreThoseOfTheFeaturesInTheirOrder(@ForAll Unit unit) {
        var declared = unit == Unit.OFFICERS
                ? Dimensions.OF_OFFICERS.stream()
                        .map(OfficerDimension::dimension)
                        .toList()
                : Dimensions.features(unit).dimensions();

        assertThat(Dimensions.of(unit)).isEqualTo(declared);
    }
}
