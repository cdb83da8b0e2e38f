package org.conductregister.query.statistics.duration;

import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * The {@link Milestones} of each state of a snapshot, and whether a member in it has been reopened: read off the states once for
 * a question.
 */
final class MilestonesOfStates {

    /** Set beside the milestones where a member was reopened at some time. */
    private static final int REOPENED = 1 << Milestones.COUNT;

    /** By state; 0 for one that does not exist. */
    private final int[] bits;

    /** Read in O(states). */
    MilestonesOfStates(Features<?> features, UnitSnapshot snapshot) {
        var states = snapshot.states();
        int milestones = features.field(features.number(Dimensions.MILESTONES));
        int reopenings = features.field(features.number(Dimensions.REOPENINGS));
        this.bits = new int[states.size() + 1];
        for (int tuple = 0; tuple < states.size(); tuple++) {
            int reopened = (int) states.value(tuple, reopenings) == 0 ? 0 : REOPENED;
            bits[tuple + 1] = (int) states.value(tuple, milestones) | reopened;
        }
    }

    /** The milestones of a state. */
    int of(int state) {
        return bits[state];
    }

    /** Whether a member with these milestones was reopened at some time. */
    static boolean isReopened(int milestones) {
        return (milestones & REOPENED) != 0;
    }
}
