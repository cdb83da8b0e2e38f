package org.conductregister.query.statistics.index;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.paths.Points;

/** The points of all units. One thread writes. */
final class PointIndex implements Points {

    private final Map<Unit, UnitPoints> units = new EnumMap<>(Unit.class);
    private final Names persons = new Names();
    private final Map<String, Integer> personNumbers = new HashMap<>();
    private final Instants instants = new Instants();

    PointIndex() {
        for (var unit : Unit.values()) {
            if (unit != Unit.OFFICERS) {
                units.put(unit, new UnitPoints(Dimensions.features(unit)));
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
        return personNumbers.computeIfAbsent(officerId, persons::add);
    }

    /** What there is now; what is appended later does not show in it. */
    Snapshot snapshot(Head.At head) {
        instants.add(head.recordedAt(), head.position());
        var views = new EnumMap<Unit, UnitView>(Unit.class);
        units.forEach((unit, points) -> views.put(unit, points.view()));
        return new Snapshot(head, views, persons.size(), persons.values(), instants.view(head.position()));
    }
}
