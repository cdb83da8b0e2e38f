package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.jspecify.annotations.Nullable;

/** Adds up points, and says in words which units there are at the end of a day. */
final class SummedPoints implements PointSink {

    private final List<String> names = new ArrayList<>();

    /** By unit and day, what changes in the number of units that are as described. */
    private final Map<Unit, TreeMap<Integer, Map<String, Integer>>> changes = new EnumMap<>(Unit.class);

    private int points;

    /** The number of points there have been. */
    int points() {
        return points;
    }

    /** A unit as this sink describes it. */
    static String unit(
            String record,
            @Nullable String part,
            Object[] fixed,
            @Nullable String person,
            int reported,
            int referred,
            Object[] changing) {
        return description(
                member(record, part),
                text(fixed),
                person == null ? "nobody" : person,
                reported,
                referred,
                text(changing));
    }

    private static String member(String record, @Nullable String part) {
        return record + "/" + part;
    }

    /** Sets in order of their elements, whatever order they are gone through in. */
    private static String text(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Set<?> set
                        ? set.stream()
                                .map(SummedPoints::element)
                                .sorted()
                                .toList()
                                .toString()
                        : value.toString())
                .toList()
                .toString();
    }

    private static String element(Object element) {
        return element instanceof AllegationTraits traits
                ? traits.category() + traits.workforce() + new TreeSet<>(traits.tags())
                : element.toString();
    }

    private static String description(
            String member, String fixed, String person, int reported, int referred, String changing) {
        return version(member, fixed, person, reported, referred) + " is " + changing;
    }

    private static String version(String member, String fixed, String person, int reported, int referred) {
        return "%s %s of %s, reported %d, referred %d".formatted(member, fixed, person, reported, referred);
    }

    /** The units that there are at the end of a day, each once. */
    Set<String> unitsAt(Unit unit, int day) {
        var sums = new HashMap<String, Integer>();
        changes.getOrDefault(unit, new TreeMap<>())
                .headMap(day, true)
                .values()
                .forEach(ofDay -> ofDay.forEach((described, change) -> sums.merge(described, change, Integer::sum)));
        sums.values().removeIf(sum -> sum == 0);
        assertThat(sums.values()).allMatch(sum -> sum == 1);
        return sums.keySet();
    }

    private int number(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    @Override
    public void entry(long position, Instant recordedAt) {
        // the sums of the points are those of all entries
    }

    @Override
    public int person(String officerId) {
        return number(officerId);
    }

    @Override
    public OfUnit of(Unit unit) {
        return new OfUnit() {

            @Override
            public int member(String record, @Nullable String part) {
                return number(SummedPoints.member(record, part));
            }

            @Override
            public int profile(Object[] fixed) {
                return number(text(fixed));
            }

            @Override
            public int state(Object[] changing) {
                return 1 + number(text(changing));
            }

            @Override
            public int version(int member, int profile, int person, int reported, int referred) {
                var who = person == UnitState.NOBODY ? "nobody" : names.get(person);
                return number(SummedPoints.version(names.get(member), names.get(profile), who, reported, referred));
            }

            @Override
            public void point(int day, int version, int from, int to) {
                points++;
                add(day, version, from, -1);
                add(day, version, to, 1);
            }

            private void add(int day, int version, int state, int change) {
                if (state != UnitState.NOT_THERE) {
                    changes.computeIfAbsent(unit, first -> new TreeMap<>())
                            .computeIfAbsent(day, first -> new HashMap<>())
                            .merge(names.get(version) + " is " + names.get(state - 1), change, Integer::sum);
                }
            }
        };
    }
}
