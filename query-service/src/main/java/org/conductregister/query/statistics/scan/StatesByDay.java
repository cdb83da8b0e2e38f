package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The states of all versions at the ends of some days, one after another: each row is added once. For one thread; four bytes a
 * version and a row.
 */
public final class StatesByDay {

    private final UnitSnapshot snapshot;
    private final int known;
    private final List<LocalDate> days;

    /** Null where some day has no code of its own: then each day is begun anew. */
    private final @Nullable RowsByBucket rows;

    private VersionStates states;
    private int next;

    /**
     * Begins; O(rows).
     *
     * @param known the number of rows known
     * @param first the first day
     * @param later the others, ascending and later than the first
     */
    public StatesByDay(UnitSnapshot snapshot, int known, LocalDate first, List<LocalDate> later) {
        this.snapshot = snapshot;
        this.known = known;
        this.days = new ArrayList<>(later);
        days.addFirst(first);
        var buckets = new DayBuckets(days);
        this.rows = buckets.areCoded() ? RowsByBucket.of(snapshot.points(), known, buckets) : null;
        this.states = VersionStates.none(snapshot);
    }

    /** The states at the first day. */
    public VersionStates begin() {
        next = 0;
        states = VersionStates.none(snapshot);
        return next();
    }

    /** The states at the next day; those of the day before are not to be used any more. */
    public VersionStates next() {
        if (rows == null) {
            states = VersionStates.at(
                    snapshot, known, Math.toIntExact(days.get(next).toEpochDay()));
        } else {
            rows.forEach(next, states::add);
        }
        next++;
        return states;
    }
}
