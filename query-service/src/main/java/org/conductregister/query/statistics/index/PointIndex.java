package org.conductregister.query.statistics.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.InstantIndex;
import org.conductregister.query.statistics.column.StringDictionary;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.rollup.Granularity;

/** The points of all units, for one writer, and snapshots of them for any number of readers. */
public final class PointIndex implements PointSink {

    private final Map<Unit, UnitIndex> units = new EnumMap<>(Unit.class);
    private final StringDictionary persons;
    private final InstantIndex instants;

    public PointIndex() {
        this(Granularity.USUAL);
    }

    public PointIndex(Granularity grain) {
        this.persons = new StringDictionary();
        this.instants = new InstantIndex();
        for (var unit : Unit.values()) {
            if (unit != Unit.OFFICERS) {
                units.put(unit, new UnitIndex(unit, grain));
            }
        }
    }

    /** What {@link Image#save} wrote; it is whole once all of the stream has been read. */
    public PointIndex(Granularity grain, LoadStream in) throws IOException {
        this.persons = StringDictionary.load(in);
        in.meanwhile(persons::join);
        this.instants = InstantIndex.load(in);
        for (var unit : Unit.values()) {
            if (unit != Unit.OFFICERS) {
                var index = new UnitIndex(unit, grain, in);
                units.put(unit, index);
                in.meanwhile(index::join);
            }
        }
    }

    @Override
    public void entry(long position, Instant recordedAt) {
        int at = Math.toIntExact(position);
        units.values().forEach(unit -> unit.entry(at));
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

    /** What there is now; what is appended later does not show in it. */
    public IndexSnapshot snapshot(Head.At head) {
        instants.add(head.recordedAt(), head.position());
        var views = new EnumMap<Unit, UnitSnapshot>(Unit.class);
        units.forEach((unit, index) -> views.put(unit, index.view(head.position())));
        return new IndexSnapshot(head, views, persons.size(), persons, instants.view(head.position()));
    }

    /**
     * Has the counts kept ready take in what a snapshot shows, where enough of it waits.
     *
     * @return whether there was anything to do: a new snapshot is then answered from faster
     */
    public boolean takeIn(IndexSnapshot shown) {
        boolean took = false;
        for (var unit : units.entrySet()) {
            int size = shown.of(unit.getKey()).size();
            if (unit.getValue().shouldTakeIn(size)) {
                unit.getValue().takeIn(size);
                took = true;
            }
        }
        return took;
    }

    /** Whether nothing has been appended that a snapshot does not show. */
    public boolean isAllIn(IndexSnapshot shown) {
        return units.entrySet().stream().allMatch(unit -> unit.getValue().isAllIn(shown.of(unit.getKey())));
    }

    /** What a snapshot shows, to be saved by any thread while more is appended. */
    public Image image(IndexSnapshot shown) {
        return new Image(
                persons.image(),
                shown.instants(),
                units.entrySet().stream()
                        .map(unit -> unit.getValue().image(shown.of(unit.getKey())))
                        .toList());
    }

    /** See {@link #image}. */
    public record Image(StringDictionary.Image persons, InstantIndex.View instants, List<UnitIndex.Image> units) {

        public void save(SaveStream out) throws IOException {
            persons.save(out);
            instants.save(out);
            for (var unit : units) {
                unit.save(out);
            }
        }
    }
}
