package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.paths.Points;

/** The points of all units, for one writer, and snapshots of them for any number of readers. */
final class PointIndex implements Points {

    private final Map<Unit, UnitIndex> units = new EnumMap<>(Unit.class);
    private final Names persons;
    private final Instants instants;

    PointIndex() {
        this(Grain.USUAL);
    }

    PointIndex(Grain grain) {
        this.persons = new Names();
        this.instants = new Instants();
        for (var unit : Unit.values()) {
            if (unit != Unit.OFFICERS) {
                units.put(unit, new UnitIndex(unit, grain));
            }
        }
    }

    /** What {@link Image#save} wrote; it is whole once all of the stream has been read. */
    PointIndex(Grain grain, LoadStream in) throws IOException {
        this.persons = Names.load(in);
        in.meanwhile(persons::join);
        this.instants = Instants.load(in);
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
        return units.get(unit);
    }

    @Override
    public int person(String officerId) {
        return persons.numberOf(officerId);
    }

    /** What there is now; what is appended later does not show in it. */
    Snapshot snapshot(Head.At head) {
        instants.add(head.recordedAt(), head.position());
        var views = new EnumMap<Unit, UnitView>(Unit.class);
        units.forEach((unit, index) -> views.put(unit, index.view(head.position())));
        return new Snapshot(head, views, persons.size(), persons, instants.view(head.position()));
    }

    /**
     * Has the counts kept ready take in what a snapshot shows, where enough of it waits.
     *
     * @return whether there was anything to do: a new snapshot is then answered from faster
     */
    boolean takeIn(Snapshot shown) {
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
    boolean isAllIn(Snapshot shown) {
        return units.entrySet().stream().allMatch(unit -> unit.getValue().isAllIn(shown.of(unit.getKey())));
    }

    /** What a snapshot shows, to be saved by any thread while more is appended. */
    Image image(Snapshot shown) {
        return new Image(
                persons.image(),
                shown.instants(),
                units.entrySet().stream()
                        .map(unit -> unit.getValue().image(shown.of(unit.getKey())))
                        .toList());
    }

    /** See {@link #image}. */
    record Image(Names.Image persons, Instants.View instants, List<UnitIndex.Image> units) {

        void save(SaveStream out) throws IOException {
            persons.save(out);
            instants.save(out);
            for (var unit : units) {
                unit.save(out);
            }
        }
    }
}
