package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.RandomIndex;

/** Ranks against the order of the values. */
class ValuePrecedenceTest {

    @Property(tries = 80)
    void theRankOfAnAllegationIsThatOfItsValue(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.ofUnit();
        var names = Dimensions.OF_ALLEGATIONS.names();
        var ofValues =
                Dimensions.OF_OFFICERS.stream().filter(each -> !each.isCount()).toList();
        for (var dimension : ofValues) {
            var precedence = new ValuePrecedence(dimension, snapshot);
            for (int rank = 1; rank < precedence.size(); rank++) {
                assertThat(dimension.precedence().compare(precedence.value(rank - 1), precedence.value(rank)))
                        .isNegative();
            }
            for (int i = 0;
                    i < 20 && !index.profiles().isEmpty() && !index.states().isEmpty();
                    i++) {
                int profile = random.nextInt(index.profiles().size());
                int state = 1 + random.nextInt(index.states().size());
                var values = new Object[names.size()];
                for (int feature = 0; feature < values.length; feature++) {
                    var name = names.get(feature);
                    values[feature] = index.profiles()
                            .get(profile)
                            .getOrDefault(name, index.states().get(state - 1).get(name));
                }
                assertThat(precedence.value(precedence.rank(profile, state))).isEqualTo(dimension.valueOf(values));
            }
        }
    }
}
