package org.conductregister.query.statistics.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.InstantIndex;
import org.conductregister.query.statistics.column.StringDictionary;

/**
 * The points of all units as of one position of the log. It never changes, and any thread may read it.
 *
 * @param head the position, and the instant up to which it holds
 * @param units by unit, in order of their declaration; none for officers
 * @param persons the identifiers of the persons that members are against
 * @param instants which position was the last at which instant
 */
public record IndexSnapshot(
        Head.At head, Map<Unit, UnitSnapshot> units, StringDictionary.View persons, InstantIndex.View instants) {

    /** An instant, or the head's where it is earlier, with the position of the last entry known then; O(log n). */
    public Head.At knownAt(Instant asked) {
        return asked.isBefore(head.recordedAt()) ? new Head.At(instants.lastPositionAt(asked), asked) : head;
    }

    /** The same points, with results read by what a list said of findings. */
    public IndexSnapshot withResults(Set<String> upheldFindings) {
        var read = new EnumMap<Unit, UnitSnapshot>(Unit.class);
        units.forEach((unit, snapshot) -> read.put(unit, snapshot.withResults(unit, upheldFindings)));
        return new IndexSnapshot(head, read, persons, instants);
    }

    /** The points of a unit; those of allegations for officers, who are counted from them. */
    public UnitSnapshot of(Unit unit) {
        return requireNonNull(units.get(unit == Unit.OFFICERS ? Unit.ALLEGATIONS : unit));
    }

    /**
     * The number of rows of a unit that were known; O(1).
     *
     * @param known as {@link #knownAt} returned it
     */
    public int rowsAt(Unit unit, Head.At known) {
        var points = of(unit).points();
        return known == head ? points.size() : points.sizeAt(known.position());
    }

    /** Writes all of it; O(n). Any thread may do so while more is appended to the index. */
    public void save(SaveStream out) throws IOException {
        persons.save(out);
        instants.save(out);
        for (var unit : units.values()) {
            unit.save(out);
        }
    }
}
