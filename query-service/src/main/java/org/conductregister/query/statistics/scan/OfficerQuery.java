package org.conductregister.query.statistics.scan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.OfficerDimension;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitIndex;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;

/**
 * Counts people: each once, whatever the number of their allegations in the population, by what those together tell of
 * them.
 */
public final class OfficerQuery {

    private static final int NOT_COUNTED = -1;

    private final IndexSnapshot snapshot;
    private final UnitSnapshot view;
    private final UnitIndex index;
    private final QueryPlan plan;
    private final Head.At known;
    private final int size;

    /** @param plan of allegations in the population, grouped by nothing */
    public OfficerQuery(IndexSnapshot snapshot, QueryPlan plan, Head.At known) {
        this.snapshot = snapshot;
        this.view = snapshot.of(Unit.OFFICERS);
        this.index = view.index();
        this.plan = plan;
        this.known = known;
        this.size = snapshot.sizeAt(Unit.OFFICERS, known);
    }

    public List<Group> groups(List<String> groupBy, LocalDate asAt) {
        var people = new People(groupBy);
        var states = VersionStates.at(view, size, Math.toIntExact(asAt.toEpochDay()));
        for (int version = 0; version < states.count(); version++) {
            people.add(version, states.of(version));
        }
        var counts = new HashMap<Long, int[]>();
        for (int person = 0; person < snapshot.persons(); person++) {
            long key = people.key(person);
            if (key != NOT_COUNTED) {
                counts.computeIfAbsent(key, unmet -> new int[1])[0]++;
            }
        }
        return people.groups(counts);
    }

    /**
     * Counts persons as at the end of each day.
     *
     * @param days ascending
     */
    public List<Series.Point> series(List<String> groupBy, List<LocalDate> days) {
        if (!days.stream().allMatch(day -> DayCode.hasCode(Math.toIntExact(day.toEpochDay())))) {
            return days.stream()
                    .map(day -> new Series.Point(day, groups(groupBy, day)))
                    .toList();
        }
        var slots = new DayBuckets(days);
        var sorted = RowsByBucket.of(index.rows(), size, slots);
        var people = new People(groupBy);
        var states = VersionStates.none(view);
        var versionsOf = versionsByPerson();
        var keyOf = new long[snapshot.persons()];
        Arrays.fill(keyOf, NOT_COUNTED);
        var counts = new HashMap<Long, int[]>();
        var touched = new BitSet();
        var points = new ArrayList<Series.Point>(days.size());
        int size = 0;
        for (int slot = 0; slot < slots.count(); slot++) {
            sorted.forEach(slot, row -> {
                states.add(row);
                int person = index.versions().person(index.rows().version(row));
                if (person >= 0) {
                    touched.set(person);
                }
            });
            touched.stream().forEach(person -> {
                people.forget(person);
                versionsOf.forEach(person, version -> people.add(version, states.of(version)));
                transition(counts, keyOf, person, people.key(person));
            });
            touched.clear();
            var groups = people.groups(counts);
            size += groups.size();
            if (size > StatisticsEngine.MOST_GROUPS) {
                throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
            }
            points.add(new Series.Point(days.get(slot), groups));
        }
        return points;
    }

    private static void transition(Map<Long, int[]> counts, long[] keyOf, int person, long key) {
        if (keyOf[person] != NOT_COUNTED) {
            requireNonNull(counts.get(keyOf[person]), "counted before")[0]--;
        }
        if (key != NOT_COUNTED) {
            counts.computeIfAbsent(key, unmet -> new int[1])[0]++;
        }
        keyOf[person] = key;
    }

    public Members members(Listing listing, LocalDate asAt) {
        var names = Dimensions.OF_OFFICERS.stream()
                .map(one -> one.dimension().name())
                .toList();
        var people = new People(names);
        var states = VersionStates.at(view, size, Math.toIntExact(asAt.toEpochDay()));
        for (int version = 0; version < states.count(); version++) {
            people.add(version, states.of(version));
        }
        var page = new ArrayList<Member>();
        long found = 0;
        for (int person = 0; person < snapshot.persons(); person++) {
            if (people.isCounted(person) && isIn(listing.group(), names, people, person)) {
                found++;
                if (found > listing.offset() && page.size() < listing.limit()) {
                    page.add(new Member(
                            null, null, snapshot.names().name(person), null, named(names, people.values(person))));
                }
            }
        }
        return new Members(known.recordedAt(), known.position(), found, page);
    }

    private static boolean isIn(Map<String, Set<Object>> group, List<String> names, People people, int person) {
        for (var limit : group.entrySet()) {
            if (!limit.getValue().contains(people.value(person, names.indexOf(limit.getKey())))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> named(List<String> names, List<Object> values) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), values.get(i));
        }
        return named;
    }

    /** Who is, or at some time was, accused in which versions. */
    private ByPerson versionsByPerson() {
        var begins = new int[snapshot.persons() + 1];
        for (int version = 0; version < view.versions(); version++) {
            int person = index.versions().person(version);
            if (person >= 0 && person < snapshot.persons()) {
                begins[person + 1]++;
            }
        }
        for (int person = 1; person < begins.length; person++) {
            begins[person] += begins[person - 1];
        }
        var versions = new int[begins[begins.length - 1]];
        var next = begins.clone();
        for (int version = 0; version < view.versions(); version++) {
            int person = index.versions().person(version);
            if (person >= 0 && person < snapshot.persons()) {
                versions[next[person]++] = version;
            }
        }
        return new ByPerson(versions, begins);
    }

    private record ByPerson(int[] versions, int[] begins) {

        void forEach(int person, java.util.function.IntConsumer action) {
            for (int i = begins[person]; i < begins[person + 1]; i++) {
                action.accept(versions[i]);
            }
        }
    }

    /** What is told of each person in some dimensions. */
    private final class People {

        private static final int NOBODY_YET = Integer.MAX_VALUE;

        private final List<ValuePrecedence> rankings;

        /** By dimension, then person: the least rank told; the first stands for whether the person is there at all. */
        private final int[][] least;

        People(List<String> dimensions) {
            this.rankings = dimensions.stream()
                    .map(name -> new ValuePrecedence(dimension(name), index))
                    .toList();
            this.least = new int[1 + rankings.size()][snapshot.persons()];
            for (var ranks : least) {
                Arrays.fill(ranks, NOBODY_YET);
            }
        }

        private static OfficerDimension dimension(String name) {
            return Dimensions.OF_OFFICERS.stream()
                    .filter(one -> one.dimension().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no dimension is named " + name));
        }

        void add(int version, int state) {
            int person = index.versions().person(version);
            if (state == 0 || person < 0 || person >= least[0].length) {
                return;
            }
            if (!plan.admits(version)) {
                return;
            }
            int profile = index.versions().profile(version);
            least[0][person] = 0;
            for (int i = 0; i < rankings.size(); i++) {
                int rank = rankings.get(i).of(profile, state);
                least[i + 1][person] = Math.min(least[i + 1][person], rank);
            }
        }

        void forget(int person) {
            for (var ranks : least) {
                ranks[person] = NOBODY_YET;
            }
        }

        boolean isCounted(int person) {
            return least[0][person] != NOBODY_YET;
        }

        /** Stands for all values of a person; {@link #NOT_COUNTED} for one who is not in the population. */
        long key(int person) {
            if (!isCounted(person)) {
                return NOT_COUNTED;
            }
            long key = 0;
            for (int i = 0; i < rankings.size(); i++) {
                key = key * rankings.get(i).size() + least[i + 1][person];
            }
            return key;
        }

        private List<Object> valuesOf(long key) {
            var values = new Object[rankings.size()];
            long left = key;
            for (int i = values.length - 1; i >= 0; i--) {
                values[i] = rankings.get(i).value((int) (left % rankings.get(i).size()));
                left /= rankings.get(i).size();
            }
            return List.of(values);
        }

        Object value(int person, int dimension) {
            return rankings.get(dimension).value(least[dimension + 1][person]);
        }

        List<Object> values(int person) {
            return valuesOf(key(person));
        }

        List<Group> groups(Map<Long, int[]> counts) {
            var groups = new ArrayList<Group>(counts.size());
            counts.forEach((key, count) -> {
                if (count[0] != 0) {
                    groups.add(new Group(valuesOf(key), count[0]));
                }
            });
            groups.sort(Comparator.comparing(Group::values, CellLayout.ORDER));
            return groups;
        }
    }
}
