package org.conductregister.query.statistics.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Unit;

/** Features against the lists that they were declared from. */
class FeaturesTest {

    @Property(tries = 50)
    void eachFeatureHasAFieldOfItsOwnAmongTheFixedOrTheChanging(@ForAll Random random) {
        var features = new Features<int[]>();
        var fixed = new ArrayList<Integer>();
        var changing = new ArrayList<Integer>();
        int count = 1 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            int feature = i;
            boolean isFixed = random.nextBoolean();
            (isFixed ? fixed : changing).add(feature);
            var declared = isFixed ? features.fixed() : features.changing();
            if (random.nextBoolean()) {
                declared.number("f" + feature, member -> member[feature]);
            } else {
                declared.hidden("f" + feature, member -> member[feature]);
            }
        }
        var member = random.ints(count).toArray();

        assertThat(features.fixedValues(member))
                .containsExactly(fixed.stream().map(f -> member[f]).toArray());
        assertThat(features.changingValues(member))
                .containsExactly(changing.stream().map(f -> member[f]).toArray());
        assertThat(features.fixedCount()).isEqualTo(fixed.size());
        assertThat(features.changingCount()).isEqualTo(changing.size());
        for (int feature = 0; feature < count; feature++) {
            int number = features.number("f" + feature);
            assertThat(number).isEqualTo(feature);
            assertThat(features.names().get(number)).isEqualTo("f" + feature);
            assertThat(features.isFixed(number)).isEqualTo(fixed.contains(feature));
            assertThat(features.field(number))
                    .isEqualTo((features.isFixed(number) ? fixed : changing).indexOf(feature));
        }
        assertThatThrownBy(() -> features.number("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }

    @net.jqwik.api.Example
    void everyUnitHasDimensionsOfDifferentNames() {
        for (var unit : Unit.values()) {
            var names = Dimensions.of(unit).stream().map(Dimension::name).toList();
            assertThat(names).isNotEmpty().doesNotHaveDuplicates();
            assertThat(Dimensions.features(unit).names()).doesNotHaveDuplicates();
        }
    }

    @net.jqwik.api.Example
    void theWordForNoValueIsTheLastUnlessItIsAConstant() {
        assertThat(Features.words(Dimension.Values.class, "NONE"))
                .isEqualTo(List.of("WORD", "CODE", "CODES", "NUMBER", "FINANCIAL_YEAR", "FLAG", "NONE"));
        assertThat(Features.words(Dimension.Values.class, "CODE"))
                .isEqualTo(List.of("WORD", "CODE", "CODES", "NUMBER", "FINANCIAL_YEAR", "FLAG"));
    }
}
