package org.conductregister.query.statistics.index;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.InstantIndex;
import org.conductregister.query.statistics.column.StringDictionary;

/**
 * Everything as of one position of the log; never changes.
 *
 * @param names of the persons; only those before {@code persons} are to be looked at
 */
public record IndexSnapshot(
        Head.At head, Map<Unit, UnitSnapshot> units, int persons, StringDictionary names, InstantIndex.View instants) {

    /** The instant asked or the latest there is, with the position of the last entry known then. */
    public Head.At knownAt(Instant asked) {
        return asked.isBefore(head.recordedAt()) ? new Head.At(instants.lastPositionAt(asked), asked) : head;
    }

    /** People are counted from the points of their allegations. */
    public UnitSnapshot of(Unit unit) {
        return requireNonNull(units.get(unit == Unit.OFFICERS ? Unit.ALLEGATIONS : unit));
    }

    /** How many rows of a unit were known then. */
    public int sizeAt(Unit unit, Head.At known) {
        var view = of(unit);
        return known == head ? view.size() : view.sizeAt(known.position());
    }
}
