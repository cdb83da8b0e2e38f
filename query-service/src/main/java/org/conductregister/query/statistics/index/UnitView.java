package org.conductregister.query.statistics.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The points of one unit up to a position. The arrays are the writer's own: only what lies before the sizes given here is
 * to be read.
 *
 * @param size how many points there are; in order of {@code position}
 * @param cells how many cells there are
 * @param members how many members there are
 */
record UnitView(
        int size,
        int[] position,
        int[] day,
        int[] delta,
        int[] member,
        int[] cell,
        int[] person,
        int[] reported,
        int[] referred,
        int cells,
        Object[][] cellValues,
        int members,
        @Nullable String[] records,
        @Nullable String[] parts) {

    /** How many of the points come from entries up to a position. */
    int sizeAt(long lastPosition) {
        int last = (int) Math.min(lastPosition, Integer.MAX_VALUE - 1);
        int at = Arrays.binarySearch(position, 0, size, last + 1);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && position[at - 1] > last) {
            at--;
        }
        return at;
    }
}
