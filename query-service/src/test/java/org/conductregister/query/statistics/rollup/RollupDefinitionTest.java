package org.conductregister.query.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollupDefinitionTest {

    @ParameterizedTest
    @EnumSource(value = Unit.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFICERS")
    void rollupsAreOfFeaturesOfTheUnit(Unit unit) {
        var features = Dimensions.features(unit).names();

        assertThat(RollupDefinition.of(unit))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(definition -> assertThat(features).containsAll(definition.dimensions()));
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void runsOfSeveralDimensionsHoldMorePoints(Unit unit) {
        var granularity = new Granularity(128, 9);

        assertThat(RollupDefinition.of(unit))
                .allSatisfy(definition -> assertThat(granularity.runShift(definition))
                        .isEqualTo(definition.dimensions().size() == 1 ? 9 : 13));
    }
}
