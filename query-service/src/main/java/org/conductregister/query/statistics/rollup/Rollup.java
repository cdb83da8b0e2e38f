package org.conductregister.query.statistics.rollup;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Features;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one {@link RollupDefinition}, kept up to date as points arrive. The values of its dimensions are those of a
 * group; groups are numbered 0, 1, 2, … in the order in which points first enter or leave them. Points are pending at first,
 * where a count looks at each; {@link #merge} adds them to {@link PrefixSums} by group, and to {@link SumRuns} where the
 * definition asks for them.
 *
 * <p>One thread adds and merges; any thread may read a {@link View}. Days are {@link DayCode}s.
 */
public final class Rollup {

    /** The group left or entered by a point that creates or removes its unit. */
    static final int NO_GROUP = -1;

    private final RollupDefinition definition;
    private final Parts profileParts;
    private final Parts stateParts;

    /** By profile part and state part, the group or {@link #NO_GROUP}. */
    private int[][] groups = new int[0][];

    private final IntColumn profileOfGroup = new IntColumn();
    private final IntColumn stateOfGroup = new IntColumn();
    private PrefixSums[] counts = {};
    private final @Nullable SumRuns runs;
    private SumRuns.@Nullable View runsView;
    private Pending pending = new Pending();

    /** Numbers the tuples of a dictionary by the values that they have in some of its fields. */
    private static final class Parts {

        private final TupleDictionary tuples;
        private final int[] fields;
        private final Map<List<Object>, Integer> numbers = new HashMap<>();

        /** By tuple, for those below {@link #size}. */
        private int[] partOfTuple = new int[16];

        private int size;

        Parts(TupleDictionary tuples, int[] fields) {
            this.tuples = tuples;
            this.fields = fields;
        }

        void addAll() {
            if (tuples.size() > 0) {
                of(tuples.size() - 1);
            }
        }

        int of(int tuple) {
            while (size <= tuple) {
                if (size == partOfTuple.length) {
                    partOfTuple = Arrays.copyOf(partOfTuple, size + (size >> 3) + 1);
                }
                var values = new Object[fields.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = tuples.value(size, fields[i]);
                }
                partOfTuple[size++] = numbers.computeIfAbsent(List.of(values), unknown -> numbers.size());
            }
            return partOfTuple[tuple];
        }
    }

    /** Points that are not merged yet, in order. Arrays are appended to, never changed, so views share them. */
    private static final class Pending {

        private char[] days = new char[16];
        private int[] left = new int[16];
        private int[] entered = new int[16];
        private int size;

        void add(char day, int groupLeft, int groupEntered) {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                left = Arrays.copyOf(left, 2 * size);
                entered = Arrays.copyOf(entered, 2 * size);
            }
            days[size] = day;
            left[size] = groupLeft;
            entered[size] = groupEntered;
            size++;
        }
    }

    /**
     * A rollup of no points.
     *
     * @param profiles numbers the fixed features of the unit's members, as {@link Features} has them
     * @param states numbers their changing features
     */
    public Rollup(
            RollupDefinition definition,
            Features<?> features,
            TupleDictionary profiles,
            TupleDictionary states,
            Granularity granularity) {
        this(
                definition,
                features,
                profiles,
                states,
                definition.anyInstant() ? new SumRuns(granularity.runShift(definition)) : null);
    }

    private Rollup(
            RollupDefinition definition,
            Features<?> features,
            TupleDictionary profiles,
            TupleDictionary states,
            @Nullable SumRuns runs) {
        this.definition = definition;
        this.profileParts = new Parts(profiles, fields(definition, features, true));
        this.stateParts = new Parts(states, fields(definition, features, false));
        this.runs = runs;
        this.runsView = runs == null ? null : runs.view();
    }

    private static int[] fields(RollupDefinition definition, Features<?> features, boolean fixed) {
        return definition.dimensions().stream()
                .mapToInt(features::number)
                .filter(feature -> features.isFixed(feature) == fixed)
                .map(features::field)
                .toArray();
    }

    /** Its dimensions. */
    public RollupDefinition definition() {
        return definition;
    }

    /**
     * Adds a point, which is pending until it is merged; O(1), amortised.
     *
     * @param profile its number
     * @param from the state left: one more than its number, or 0 for none
     * @param to the state entered, likewise
     */
    public void add(int profile, int from, int to, char day) {
        pending.add(day, group(profile, from), group(profile, to));
    }

    private int group(int profile, int state) {
        return state == 0 ? NO_GROUP : existingGroup(profile, state);
    }

    private int existingGroup(int profile, int state) {
        int profilePart = profileParts.of(profile);
        int statePart = stateParts.of(state - 1);
        if (profilePart >= groups.length) {
            groups = Arrays.copyOf(groups, Math.max(profilePart + 1, 2 * groups.length));
        }
        var row = groups[profilePart];
        if (row == null || statePart >= row.length) {
            int length = row == null ? 0 : row.length;
            row = row == null ? new int[statePart + 1] : Arrays.copyOf(row, Math.max(statePart + 1, 2 * length));
            Arrays.fill(row, length, row.length, NO_GROUP);
            groups[profilePart] = row;
        }
        if (row[statePart] == NO_GROUP) {
            row[statePart] = stateOfGroup.size();
            profileOfGroup.append(profile);
            stateOfGroup.append(state);
        }
        return row[statePart];
    }

    /**
     * Merges the first pending points into the counts; O(groups + count), and what {@link PrefixSums.Builder} and
     * {@link SumRuns} need for each.
     *
     * @param first the number of the first of them, which is how many have been merged
     */
    public void merge(int first, int count) {
        var builders = new PrefixSums.Builder[stateOfGroup.size()];
        var merged = pending;
        for (int i = 0; i < count; i++) {
            int left = merged.left[i];
            int entered = merged.entered[i];
            if (left != entered) {
                change(builders, left, merged.days[i], -1);
                change(builders, entered, merged.days[i], 1);
            }
            if (runs != null && runs.endsWith(first + i)) {
                runs.closeRun();
            }
        }
        counts = built(builders);
        runsView = runs == null ? null : runs.view();
        pending = new Pending();
        for (int i = count; i < merged.size; i++) {
            pending.add(merged.days[i], merged.left[i], merged.entered[i]);
        }
    }

    private void change(PrefixSums.Builder[] builders, int group, char day, int delta) {
        if (group == NO_GROUP) {
            return;
        }
        if (runs != null) {
            runs.change(group, day, delta);
        }
        if (builders[group] == null) {
            builders[group] = new PrefixSums.Builder(group < counts.length ? counts[group] : PrefixSums.EMPTY);
        }
        builders[group].add(day, delta);
    }

    private PrefixSums[] built(PrefixSums.Builder[] builders) {
        var built = Arrays.copyOf(counts, builders.length);
        for (int group = 0; group < built.length; group++) {
            if (builders[group] != null) {
                built[group] = builders[group].build();
            } else if (built[group] == null) {
                built[group] = PrefixSums.EMPTY;
            }
        }
        return built;
    }

    /**
     * After a load, the first merged point that is to be {@link #reopen}ed, as are all merged ones that follow.
     *
     * @param merged how many points were merged when it was saved
     */
    public int firstToReopen(int merged) {
        return runs == null ? merged : runs.view().covered(merged);
    }

    /** Adds a merged point to the open run again, whose changes are not saved. The parameters are those of {@link #add}. */
    public void reopen(int profile, int from, int to, char day) {
        int left = group(profile, from);
        int entered = group(profile, to);
        if (runs != null && left != entered) {
            if (left != NO_GROUP) {
                runs.change(left, day, -1);
            }
            if (entered != NO_GROUP) {
                runs.change(entered, day, 1);
            }
        }
    }

    /** A view of all points added; O(1). */
    public View view() {
        return new View(
                definition,
                profileOfGroup.view(),
                stateOfGroup.view(),
                profileParts.partOfTuple,
                counts,
                runsView,
                pending.days,
                pending.left,
                pending.entered);
    }

    /** Reads what {@link View#save} wrote. Merged points are then to be reopened, and the others added. */
    public static Rollup load(
            RollupDefinition definition,
            Features<?> features,
            TupleDictionary profiles,
            TupleDictionary states,
            LoadStream in)
            throws IOException {
        int size = in.readInt();
        var profileOfGroup = IntColumn.load(size, in);
        var stateOfGroup = IntColumn.load(size, in);
        var counts = new PrefixSums[size];
        for (int i = 0; i < size; i++) {
            counts[i] = PrefixSums.load(in);
        }
        var loaded =
                new Rollup(definition, features, profiles, states, definition.anyInstant() ? SumRuns.load(in) : null);
        for (int group = 0; group < size; group++) {
            loaded.existingGroup(profileOfGroup.get(group), stateOfGroup.get(group));
        }
        loaded.profileParts.addAll();
        loaded.counts = counts;
        return loaded;
    }

    /**
     * The counts when the view was made. Its arrays are shared with the writer, and must not be changed.
     *
     * @param profileOfGroup by group, a profile that it has
     * @param stateOfGroup by group, a state that it has: one more than its number
     * @param partOfProfile by profile that has a group, the number of its values in the rollup's dimensions
     * @param counts by group, for those that existed at the last merge
     * @param runs null unless the definition asks for any instant
     * @param pendingDays the day of each point added since the last merge; the reader knows how many of them it may see
     * @param pendingLeft the group that each of those points leaves, or -1
     * @param pendingEntered the group that each of those points enters, or -1
     */
    public record View(
            RollupDefinition definition,
            IntColumn.View profileOfGroup,
            IntColumn.View stateOfGroup,
            int[] partOfProfile,
            PrefixSums[] counts,
            SumRuns.@Nullable View runs,
            char[] pendingDays,
            int[] pendingLeft,
            int[] pendingEntered) {

        /** The number of groups. */
        public int groups() {
            return stateOfGroup.size();
        }

        /** Writes what has been merged; O(n). */
        public void save(SaveStream out) throws IOException {
            int groups = counts.length;
            out.writeInt(groups);
            profileOfGroup.first(groups).save(out);
            stateOfGroup.first(groups).save(out);
            for (var count : counts) {
                count.save(out);
            }
            if (runs != null) {
                runs.save(out);
            }
        }
    }
}
