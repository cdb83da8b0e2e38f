package org.conductregister.query.statistics.index;

import java.time.Instant;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Everything as of one position of the log; never changes.
 *
 * @param persons how many there are
 * @param personNames by number; only those before {@code persons} are to be read
 */
record Snapshot(
        Head.At head,
        Map<Unit, UnitView> units,
        int persons,
        @Nullable String[] personNames,
        Instants.View instants) {

    /** The instant asked or the latest there is, with the position of the last entry known then. */
    Head.At knownAt(Instant asked) {
        var latest = head.recordedAt();
        var knownAt = asked.isAfter(latest) ? latest : asked;
        return new Head.At(instants.lastPositionAt(knownAt), knownAt);
    }

    /** People are counted from the points of their allegations. */
    UnitView of(Unit unit) {
        return units.get(unit == Unit.OFFICERS ? Unit.ALLEGATIONS : unit);
    }
}
