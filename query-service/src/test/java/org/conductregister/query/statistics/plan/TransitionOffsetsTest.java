package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** Offsets against the parts of the states before and after. */
class TransitionOffsetsTest {

    @Property(tries = 60)
    void aTransitionLeavesTheCellOfOneStateAndEntersThatOfAnother(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var states = new TupleGrouping(TuplePredicate.onField(0, value -> random.nextBoolean()), new int[] {1});
        var offsets = new TransitionOffsets(states);
        for (int round = 0; round < 3; round++) {
            index.addEntries(20);
            var snapshot = index.ofUnit();
            var pairs = offsets.pairs(snapshot.transitions(), snapshot.states());
            assertThat(pairs.transitions())
                    .isGreaterThanOrEqualTo(snapshot.transitions().size());
            for (int transition = 0; transition < snapshot.transitions().size(); transition++) {
                int from = snapshot.transitions().from(transition);
                int to = snapshot.transitions().to(transition);
                assertThat(pairs.from(transition))
                        .isEqualTo(from == 0 ? 0 : states.part(snapshot.states(), from - 1) + 1);
                assertThat(pairs.to(transition)).isEqualTo(to == 0 ? 0 : states.part(snapshot.states(), to - 1) + 1);
            }
        }
    }
}
