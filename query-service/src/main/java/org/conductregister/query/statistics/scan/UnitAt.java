package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.function.IntUnaryOperator;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The members of one unit at the end of a day, as known at an instant: what all steps of an answer read, so that the states of
 * the versions are looked up once. For one thread.
 */
public final class UnitAt {

    private final IndexSnapshot index;
    private final Unit unit;
    private final Head.At knownAt;
    private final LocalDate asAt;
    private final int day;
    private final int known;
    private @Nullable VersionStates states;

    /** Begins with nothing looked up. */
    public UnitAt(IndexSnapshot index, Unit unit, Head.At knownAt, LocalDate asAt) {
        this.index = index;
        this.unit = unit;
        this.knownAt = knownAt;
        this.asAt = asAt;
        this.day = Math.toIntExact(asAt.toEpochDay());
        this.known = index.rowsAt(unit, knownAt);
    }

    /** Another unit at the same day and instant; this one for its own unit. */
    public UnitAt of(Unit other) {
        return other == unit ? this : new UnitAt(index, other, knownAt, asAt);
    }

    /** The index that is read. */
    public IndexSnapshot index() {
        return index;
    }

    /** The unit. */
    public Unit unit() {
        return unit;
    }

    /** The part of the index that is of the unit. */
    public UnitSnapshot snapshot() {
        return index.of(unit);
    }

    /** The instant, and the position of the log that it stands for. */
    public Head.At knownAt() {
        return knownAt;
    }

    /** The number of rows known. */
    public int known() {
        return known;
    }

    /** The day, as days since 1970-01-01. */
    public int day() {
        return day;
    }

    /**
     * The state of any version, as {@link UnitSnapshot#stateAt}; where those of most are asked for, {@link #states} is quicker. What
     * is returned may be asked by several threads.
     */
    IntUnaryOperator stateOf() {
        if (!DayCode.hasCode(day)) {
            return states()::of;
        }
        var snapshot = snapshot();
        int upTo = DayCode.upTo(day);
        return version -> snapshot.stateAt(version, upTo, known);
    }

    /** The state of each version; looked up at the first call, as {@link VersionStates#at}. */
    public VersionStates states() {
        if (states == null) {
            states = VersionStates.at(snapshot(), known, day);
        }
        return states;
    }
}
