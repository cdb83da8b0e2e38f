package org.conductregister.query.statistics.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.column.InstantIndex;
import org.conductregister.query.statistics.column.StringDictionary;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.rollup.Granularity;

/**
 * The points of all units. One thread appends and makes snapshots; a snapshot that is published safely may be read by any
 * thread while more is appended.
 */
public final class PointIndex implements PointSink {

    private final Map<Unit, UnitIndex> units = new EnumMap<>(Unit.class);
    private final StringDictionary persons;
    private final InstantIndex instants;

    public PointIndex() {
        this(Granularity.USUAL);
    }

    public PointIndex(Granularity granularity) {
        this.persons = new StringDictionary();
        this.instants = new InstantIndex();
        for (var unit : Unit.values()) {
            if (unit != Unit.OFFICERS) {
                units.put(unit, new UnitIndex(unit, granularity));
            }
        }
    }

    /** Reads what {@link IndexSnapshot#save} wrote. It is complete only once the whole stream has been read. */
    public PointIndex(Granularity granularity, LoadStream in) throws IOException {
        this.persons = StringDictionary.load(in);
        this.instants = InstantIndex.load(in);
        for (var unit : Unit.values()) {
            if (unit != Unit.OFFICERS) {
                var index = new UnitIndex(unit, granularity, in);
                units.put(unit, index);
                in.inBackground(index::rebuildDerived);
            }
        }
    }

    @Override
    public void entry(long position, Instant recordedAt) {
        int narrowed = Math.toIntExact(position);
        units.values().forEach(unit -> unit.beginEntry(narrowed));
        instants.add(recordedAt, position);
    }

    @Override
    public OfUnit of(Unit unit) {
        return requireNonNull(units.get(unit), "officers are counted from allegations");
    }

    @Override
    public int person(String officerId) {
        return persons.numberOf(officerId);
    }

    /** A snapshot of the points that come from entries up to a position. What is appended later is not in it. */
    public IndexSnapshot snapshot(Head.At head) {
        instants.add(head.recordedAt(), head.position());
        var snapshots = new EnumMap<Unit, UnitSnapshot>(Unit.class);
        units.forEach((unit, index) -> snapshots.put(unit, index.snapshot(head.position())));
        return new IndexSnapshot(
                head, Collections.unmodifiableMap(snapshots), persons.view(), instants.view(head.position()));
    }

    /**
     * Merges the points of a snapshot into the rollups of each unit in which enough of them are pending.
     *
     * @return whether any were merged: a new snapshot is then answered from faster
     */
    public boolean merge(IndexSnapshot snapshot) {
        boolean merged = false;
        for (var unit : units.entrySet()) {
            var ofUnit = snapshot.of(unit.getKey());
            if (unit.getValue().shouldMerge(ofUnit)) {
                unit.getValue().merge(ofUnit);
                merged = true;
            }
        }
        return merged;
    }

    /** Whether a snapshot has all points. */
    public boolean isWhole(IndexSnapshot snapshot) {
        return units.entrySet().stream().allMatch(unit -> unit.getValue().isWhole(snapshot.of(unit.getKey())));
    }
}
