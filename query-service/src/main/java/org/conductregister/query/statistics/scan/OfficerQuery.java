package org.conductregister.query.statistics.scan;

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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
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
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.ParallelRanges;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.jspecify.annotations.Nullable;

/**
 * Counts officers: each person once who has an allegation in the population, in the group of the values that come first among
 * these allegations. There are no points of officers, so it looks at every allegation. For one thread.
 */
public final class OfficerQuery {

    private final IndexSnapshot index;
    private final UnitSnapshot allegations;
    private final QueryPlan plan;
    private final Head.At knownAt;
    private final int known;
    private final int persons;

    /** By day, which officers are counted, by the number of the person. */
    private final @Nullable Function<LocalDate, IntPredicate> only;

    /**
     * A query of one plan.
     *
     * @param plan of allegations in the population, grouped by nothing
     * @param only by day, which officers are counted, by the number of the person; null for all
     */
    public OfficerQuery(
            IndexSnapshot index, QueryPlan plan, Head.At knownAt, @Nullable Function<LocalDate, IntPredicate> only) {
        this.index = index;
        this.allegations = index.of(Unit.OFFICERS);
        this.plan = plan;
        this.knownAt = knownAt;
        this.known = index.rowsAt(Unit.OFFICERS, knownAt);
        this.persons = index.persons().size();
        this.only = only;
    }

    /** A query of all officers of a plan. */
    OfficerQuery(IndexSnapshot index, QueryPlan plan, Head.At knownAt) {
        this(index, plan, knownAt, null);
    }

    /** The groups that are not empty at the end of a day, in order; O(versions). */
    public List<Group> groups(List<String> groupBy, LocalDate asAt) {
        var values = valuesAt(groupBy, asAt);
        var counts = new KeyCounts();
        var counted = counted(asAt);
        for (int person = 0; person < persons; person++) {
            if (values.isCounted(person) && counted.test(person)) {
                counts.add(values.key(person), 1);
            }
        }
        return counts.groups(values);
    }

    /**
     * The group that each person is in at the end of a day, by the number of the person; null where they are not counted.
     * O(versions).
     */
    public IntFunction<@Nullable List<Object>> groupsByPerson(List<String> groupBy, LocalDate asAt) {
        var values = valuesAt(groupBy, asAt);
        var counted = counted(asAt);
        return person -> values.isCounted(person) && counted.test(person) ? values.values(values.key(person)) : null;
    }

    private IntPredicate counted(LocalDate asAt) {
        return only == null ? person -> true : only.apply(asAt);
    }

    private OfficerValues valuesAt(List<String> dimensions, LocalDate asAt) {
        int day = Math.toIntExact(asAt.toEpochDay());
        int versions = allegations.versionsKnown(known);
        var precedences = OfficerValues.precedences(allegations, dimensions);
        if (VersionStates.areReadOff(allegations, versions, known, day)) {
            int upTo = DayCode.upTo(day);
            return merged(versions, (from, to) -> values(precedences).addReadOff(known, upTo, from, to));
        }
        var states = VersionStates.at(allegations, known, day);
        return merged(states.count(), (from, to) -> values(precedences).addAll(states, from, to));
    }

    private OfficerValues values(List<@Nullable ValuePrecedence> precedences) {
        return new OfficerValues(allegations, plan, precedences, persons);
    }

    private OfficerValues merged(int versions, ParallelRanges.Reader<OfficerValues> reader) {
        return allegations.ranges().read(versions, reader).stream()
                .reduce(OfficerValues::merge)
                .orElseThrow();
    }

    /** Counts by {@link OfficerValues#key key}: in an array for low keys, which most questions have alone, and a table for others. */
    private static final class KeyCounts {

        private static final int LOW = 1 << 10;

        private final int[] ofLow = new int[LOW];
        private final Map<Long, int[]> ofHigh = new HashMap<>();

        void add(long key, int delta) {
            if (key >= LOW) {
                ofHigh.computeIfAbsent(key, unknown -> new int[1])[0] += delta;
            } else if (key != OfficerValues.NO_KEY) {
                ofLow[(int) key] += delta;
            }
        }

        /** The groups whose count is not 0, in order. */
        List<Group> groups(OfficerValues values) {
            var groups = new ArrayList<Group>();
            for (int key = 0; key < LOW; key++) {
                if (ofLow[key] != 0) {
                    groups.add(new Group(values.values(key), ofLow[key]));
                }
            }
            ofHigh.forEach((key, count) -> {
                if (count[0] != 0) {
                    groups.add(new Group(values.values(key), count[0]));
                }
            });
            groups.sort(Comparator.comparing(Group::values, CellLayout.ORDER));
            return groups;
        }
    }

    /**
     * The groups at the end of each of some days. From day to day only persons with a row in between are looked at again.
     *
     * @param days ascending
     * @throws TooManyGroupsException when there are more than {@link StatisticsEngine#MOST_GROUPS} over all days
     */
    public List<Series.Point> series(List<String> groupBy, List<LocalDate> days) {
        var buckets = new DayBuckets(days);
        if (!buckets.areCoded() || only != null) {
            return days.stream()
                    .map(day -> new Series.Point(day, groups(groupBy, day)))
                    .toList();
        }
        var points = allegations.points();
        var versions = allegations.versions();
        var sorted = RowsByBucket.of(points, known, buckets);
        var versionsOf = VersionsByPerson.of(versions, persons);
        var values = new OfficerValues(allegations, plan, OfficerValues.precedences(allegations, groupBy), persons);
        var states = VersionStates.none(allegations);
        var keys = new long[persons];
        Arrays.fill(keys, OfficerValues.NO_KEY);
        var counts = new KeyCounts();
        var changed = new BitSet();
        var series = new ArrayList<Series.Point>(days.size());
        int size = 0;
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            sorted.forEach(bucket, row -> {
                states.add(row);
                int person = versions.person(points.version(row));
                if (person >= 0) {
                    changed.set(person);
                }
            });
            changed.stream().forEach(person -> {
                values.clear(person);
                versionsOf.forEach(person, version -> values.add(version, states.of(version)));
                counts.add(keys[person], -1);
                keys[person] = values.key(person);
                counts.add(keys[person], 1);
            });
            changed.clear();
            var groups = counts.groups(values);
            size += groups.size();
            if (size > StatisticsEngine.MOST_GROUPS) {
                throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
            }
            series.add(new Series.Point(days.get(bucket), groups));
        }
        return series;
    }

    /** A page of the officers in a group, in order of their number; O(versions). */
    public Members members(Listing listing, LocalDate asAt) {
        var names = Dimensions.OF_OFFICERS.stream()
                .map(one -> one.dimension().name())
                .toList();
        var values = valuesAt(names, asAt);
        var counted = counted(asAt);
        var page = new ArrayList<Member>();
        long total = 0;
        for (int person = 0; person < persons; person++) {
            if (values.isCounted(person)
                    && counted.test(person)
                    && listing.records().test(index.persons().get(person))
                    && isIn(listing.group(), names, values, person)) {
                total++;
                if (total > listing.offset() && page.size() < listing.limit()) {
                    page.add(new Member(null, null, index.persons().get(person), null, byName(names, values, person)));
                }
            }
        }
        return new Members(knownAt.recordedAt(), knownAt.position(), total, page);
    }

    private static boolean isIn(Map<String, Set<Object>> group, List<String> names, OfficerValues values, int person) {
        return group.entrySet().stream()
                .allMatch(limit -> limit.getValue().contains(values.value(person, names.indexOf(limit.getKey()))));
    }

    private static Map<String, Object> byName(List<String> names, OfficerValues values, int person) {
        var byName = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), values.value(person, i));
        }
        return byName;
    }
}
