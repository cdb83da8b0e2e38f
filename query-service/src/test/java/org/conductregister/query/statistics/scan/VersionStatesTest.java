package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** States of all versions against sums over all rows. */
class VersionStatesTest {

    @Property(tries = 150)
    void theStatesAtADayAreTheSumsOfTheRows(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int known = random.nextInt(3) == 0 ? index.rows().size() : index.anyKnown();
        int day = random.nextInt(3) == 0 ? 30_000 : index.randomDay();
        var snapshot = index.ofUnit();

        var states = VersionStates.at(snapshot, known, day);

        var expected = index.statesAt(known, day);
        assertThat(states.count()).isEqualTo(expected.length);
        for (int version = 0; version < expected.length; version++) {
            assertThat(states.of(version)).isEqualTo(expected[version]);
        }
    }

    @Property(tries = 40)
    void statesAreTheSameInWhateverOrderRowsAreAdded(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var states = VersionStates.none(index.ofUnit());
        var rows = new java.util.ArrayList<>(
                java.util.stream.IntStream.range(0, index.rows().size()).boxed().toList());
        java.util.Collections.shuffle(rows, random);

        rows.forEach(states::add);

        var expected = index.statesAt(rows.size(), Integer.MAX_VALUE);
        for (int version = 0; version < expected.length; version++) {
            assertThat(states.of(version)).isEqualTo(expected[version]);
        }
    }
}
