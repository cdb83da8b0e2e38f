package org.conductregister.query.statistics.change;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * The rows of a unit that come from entries recorded after one instant and up to another. For any thread.
 *
 * @param from the first of them
 * @param to the one after the last
 */
record RowsBetween(UnitSnapshot snapshot, Head.At earlier, Head.At later, int from, int to) {

    static RowsBetween of(IndexSnapshot index, Unit unit, Head.At earlier, Head.At later) {
        return new RowsBetween(index.of(unit), earlier, later, index.rowsAt(unit, earlier), index.rowsAt(unit, later));
    }

    /** The positions of the entries that the rows of some versions come from, ascending; O(n log n) for n rows of these. */
    List<Long> positions(Iterable<Integer> versions) {
        var rows = new ArrayList<Integer>();
        for (int version : versions) {
            snapshot.forEachRow(version, to, row -> {
                if (row >= from) {
                    rows.add(row);
                }
            });
        }
        return rows.stream().sorted().map(this::position).distinct().toList();
    }

    /** The position that a row comes from: the first up to which there are more rows than its number; O(log n). */
    private long position(int row) {
        long before = earlier.position();
        long at = later.position();
        while (at - before > 1) {
            long middle = (before + at) >>> 1;
            if (snapshot.points().sizeAt(middle) > row) {
                at = middle;
            } else {
                before = middle;
            }
        }
        return at;
    }
}
