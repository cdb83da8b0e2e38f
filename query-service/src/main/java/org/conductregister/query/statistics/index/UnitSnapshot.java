package org.conductregister.query.statistics.index;

import java.util.List;
import org.conductregister.query.statistics.rollup.Rollup;

/**
 * What there is of one unit as of one position.
 *
 * @param index where it lies; what lies beyond the sizes given here is not to be looked at
 * @param size how many rows
 * @param taken how many of them the counts kept ready have taken in
 * @param profiles how many
 * @param states how many
 * @param transitions how many
 * @param kept by number of the kept grouping
 */
public record UnitSnapshot(
        UnitIndex index,
        int size,
        int taken,
        int versions,
        int profiles,
        int states,
        int transitions,
        List<Rollup.View> kept) {

    /** How many of the rows come from entries up to a position. */
    int sizeAt(long lastPosition) {
        return index.rows().sizeAt(lastPosition, size);
    }
}
