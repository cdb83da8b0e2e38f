package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** Conditions on tuples against conditions on values. */
class PopulationPredicatesTest {

    @Property(tries = 300)
    void profilesAndStatesPassByTheirValues(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any();
        var snapshot = index.ofUnit();
        var ofProfiles = PopulationPredicates.ofProfiles(selection);
        var ofStates = PopulationPredicates.ofStates(selection);

        for (int profile = 0; profile < index.profiles().size(); profile++) {
            assertThat(ofProfiles.passes(snapshot.profiles(), profile))
                    .isEqualTo(RandomSelections.selectsProfile(
                            selection, index.profiles().get(profile)));
        }
        for (int state = 0; state < index.states().size(); state++) {
            assertThat(ofStates.passes(snapshot.states(), state))
                    .isEqualTo(RandomSelections.selectsState(
                            selection, index.states().get(state)));
        }
    }
}
