package org.conductregister.query.statistics.index;

import java.time.Instant;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;

/**
 * Everything as of one position of the log; never changes.
 *
 * @param names of the persons; only those before {@code persons} are to be looked at
 */
record Snapshot(Head.At head, Map<Unit, UnitView> units, int persons, Names names, Instants.View instants) {

    /** The instant asked or the latest there is, with the position of the last entry known then. */
    Head.At knownAt(Instant asked) {
        return asked.isBefore(head.recordedAt()) ? new Head.At(instants.lastPositionAt(asked), asked) : head;
    }

    /** People are counted from the points of their allegations. */
    UnitView of(Unit unit) {
        return units.get(unit == Unit.OFFICERS ? Unit.ALLEGATIONS : unit);
    }

    /** How many rows of a unit were known then. */
    int sizeAt(Unit unit, Head.At known) {
        var view = of(unit);
        return known == head ? view.size() : view.sizeAt(known.position());
    }
}
