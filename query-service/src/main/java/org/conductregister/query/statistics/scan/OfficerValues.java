package org.conductregister.query.statistics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.OfficerDimension;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.jspecify.annotations.Nullable;

/**
 * The value of each officer in some dimensions, by the allegations added: the one that comes first. For one thread; four bytes
 * an officer and dimension.
 */
final class OfficerValues {

    /** The key of a person who is not counted. */
    static final long NO_KEY = -1;

    private static final int NO_ALLEGATION = Integer.MAX_VALUE;

    /** More than the allegations that any person has. */
    private static final int COUNTS = 1 << 16;

    private final UnitSnapshot allegations;
    private final QueryPlan plan;

    /** Null in the place of a dimension that counts allegations. */
    private final List<@Nullable ValuePrecedence> dimensions;

    /** By dimension, then person: the lowest rank of the allegations added, or {@link #NO_ALLEGATION}. */
    private final int[][] lowestRank;

    /** By person, the number of allegations added. */
    private final int[] allegationCount;

    /**
     * The values before any allegation is added.
     *
     * @param plan of allegations in the population
     * @param dimensions as {@link #precedences} gives them
     */
    OfficerValues(UnitSnapshot allegations, QueryPlan plan, List<@Nullable ValuePrecedence> dimensions, int persons) {
        this.allegations = allegations;
        this.plan = plan;
        this.dimensions = dimensions;
        this.lowestRank = new int[dimensions.size()][persons];
        for (var ranks : lowestRank) {
            Arrays.fill(ranks, NO_ALLEGATION);
        }
        this.allegationCount = new int[persons];
    }

    /**
     * The values of some dimensions of officers, ranked; null in the place of one that counts allegations.
     *
     * @param names of the dimensions
     * @throws IllegalArgumentException when there is no such dimension
     */
    static List<@Nullable ValuePrecedence> precedences(UnitSnapshot allegations, List<String> names) {
        var precedences = new ArrayList<@Nullable ValuePrecedence>(names.size());
        for (var name : names) {
            var dimension = dimension(name);
            precedences.add(dimension.isCount() ? null : new ValuePrecedence(dimension, allegations));
        }
        return precedences;
    }

    private static OfficerDimension dimension(String name) {
        return Dimensions.OF_OFFICERS.stream()
                .filter(one -> one.dimension().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension is named " + name));
    }

    /** Adds the allegations of some versions in the states they are in; O(versions of the range, dimensions). */
    OfficerValues addAll(VersionStates states, int from, int to) {
        for (int version = from; version < to; version++) {
            int state = states.of(version);
            if (state != UnitState.NOT_THERE) {
                add(version, state);
            }
        }
        return this;
    }

    /**
     * Adds the allegations of some versions in the states that they are in at a day, where {@link VersionStates#areReadOff these are
     * read off}: without a list of the states, and without looking for those of allegations against nobody identified. O(versions of
     * the range, dimensions).
     *
     * @param known the number of rows known
     * @param upTo the {@link org.conductregister.query.statistics.column.DayCode} of the day, which has one of its own
     */
    OfficerValues addReadOff(int known, int upTo, int from, int to) {
        for (int begin = from; begin < to; ) {
            int chunk = begin >> IntColumn.SHIFT;
            int end = Math.min(to, (chunk + 1) << IntColumn.SHIFT);
            if (!allegations.areAllLater(chunk, upTo)) {
                var persons = allegations.versions().persons(chunk);
                for (int version = begin; version < end; version++) {
                    if (persons[version & IntColumn.MASK] != UnitState.NOBODY) {
                        add(version, allegations.stateAt(version, upTo, known));
                    }
                }
            }
            begin = end;
        }
        return this;
    }

    /** Adds an allegation to those of its officer, if it has one, exists and is in the population; O(dimensions). */
    void add(int version, int state) {
        int person = allegations.versions().person(version);
        if (state == UnitState.NOT_THERE || person == UnitState.NOBODY || !plan.admits(allegations, version)) {
            return;
        }
        int profile = allegations.versions().profile(version);
        allegationCount[person]++;
        for (int i = 0; i < lowestRank.length; i++) {
            var dimension = dimensions.get(i);
            lowestRank[i][person] = dimension == null
                    ? countRank(person)
                    : Math.min(lowestRank[i][person], dimension.rank(profile, state));
        }
    }

    private int countRank(int person) {
        return Math.min(allegationCount[person], COUNTS - 1);
    }

    /** Adds what other allegations, of the same persons in the same dimensions, came to; O(persons, dimensions). */
    OfficerValues merge(OfficerValues others) {
        for (int person = 0; person < allegationCount.length; person++) {
            if (!others.isCounted(person)) {
                continue;
            }
            allegationCount[person] += others.allegationCount[person];
            for (int i = 0; i < lowestRank.length; i++) {
                lowestRank[i][person] = dimensions.get(i) == null
                        ? countRank(person)
                        : Math.min(lowestRank[i][person], others.lowestRank[i][person]);
            }
        }
        return this;
    }

    /** Removes all allegations of a person; O(dimensions). */
    void clear(int person) {
        allegationCount[person] = 0;
        for (var ranks : lowestRank) {
            ranks[person] = NO_ALLEGATION;
        }
    }

    /** Whether an allegation of a person was added. */
    boolean isCounted(int person) {
        return allegationCount[person] > 0;
    }

    /** A number for all values of a person, the same for the same values; {@link #NO_KEY} for one who is not counted. */
    long key(int person) {
        if (allegationCount[person] == 0) {
            return NO_KEY;
        }
        long key = 0;
        for (int i = 0; i < lowestRank.length; i++) {
            key = Math.addExact(Math.multiplyExact(key, (long) size(i)), lowestRank[i][person]);
        }
        return key;
    }

    /** The values that a key stands for. */
    List<Object> values(long key) {
        var values = new Object[dimensions.size()];
        long rest = key;
        for (int i = values.length - 1; i >= 0; i--) {
            int size = size(i);
            values[i] = valueOf(i, (int) (rest % size));
            rest /= size;
        }
        return List.of(values);
    }

    /** The value of a person who is counted, in one of the dimensions. */
    Object value(int person, int dimension) {
        return valueOf(dimension, lowestRank[dimension][person]);
    }

    private int size(int dimension) {
        var precedence = dimensions.get(dimension);
        return precedence == null ? COUNTS : precedence.size();
    }

    private Object valueOf(int dimension, int rank) {
        var precedence = dimensions.get(dimension);
        return precedence == null ? (Object) rank : precedence.value(rank);
    }
}
