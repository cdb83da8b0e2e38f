package org.conductregister.query.statistics.rollup;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Features;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a named grouping, kept ready. Its groups are numbered in the order met; each is told by a profile and a
 * state of it.
 */
public final class Rollup {

    static final int NO_GROUP = -1;

    private final RollupDefinition named;
    private final PartOf profiles;
    private final PartOf states;

    /** Groups by the parts of profile and state. */
    private int[][] groups = new int[0][];

    private final IntColumn aProfile = new IntColumn();
    private final IntColumn aState = new IntColumn();
    private PrefixSums[] counts = {};
    private final @Nullable SumRuns runs;
    private SumRuns.@Nullable View runsView;

    /** The rows that the counts have not taken in yet. */
    private Waiting waiting = new Waiting();

    /** Which of a tuple's values tell groups apart, and the number of those values in each tuple met. */
    private static final class PartOf {

        private final TupleDictionary tuples;
        private final int[] places;
        private final Map<List<Object>, Integer> numbers = new HashMap<>();
        private int[] parts = new int[16];
        private int known;

        PartOf(TupleDictionary tuples, int[] places) {
            this.tuples = tuples;
            this.places = places;
        }

        void knowAll() {
            if (tuples.size() > 0) {
                part(tuples.size() - 1);
            }
        }

        int part(int tuple) {
            while (known <= tuple) {
                if (known == parts.length) {
                    parts = Arrays.copyOf(parts, known + (known >> 3) + 1);
                }
                var values = new Object[places.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = tuples.value(known, places[i]);
                }
                parts[known++] = numbers.computeIfAbsent(List.of(values), unmet -> numbers.size());
            }
            return parts[tuple];
        }
    }

    /**
     * PointTable by the groups they leave and enter, in order. What has been written stays as it is, so views share the arrays.
     */
    private static final class Waiting {

        private char[] days = new char[16];
        private int[] leaves = new int[16];
        private int[] enters = new int[16];
        private int size;

        void add(char day, int before, int after) {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                leaves = Arrays.copyOf(leaves, 2 * size);
                enters = Arrays.copyOf(enters, 2 * size);
            }
            days[size] = day;
            leaves[size] = before;
            enters[size] = after;
            size++;
        }
    }

    /**
     * What readers see.
     *
     * @param groups how many there are
     * @param parts of each profile that any of the rows has, the number of what it has in common with others of its groups
     * @param counts of the groups there were when they were last told
     * @param runs null where the grouping is not kept for any instant
     * @param days of the rows that came after; those that a reader may not see yet are among them
     * @param leaves the group that each of those rows leaves, or {@link #NO_GROUP}
     * @param enters the group that it enters, likewise
     */
    public record View(
            int groups,
            int[] parts,
            PrefixSums[] counts,
            SumRuns.@Nullable View runs,
            char[] days,
            int[] leaves,
            int[] enters) {}

    public Rollup(
            RollupDefinition named,
            Features<?> features,
            TupleDictionary profiles,
            TupleDictionary states,
            Granularity grain) {
        this(named, features, profiles, states, named.anyInstant() ? new SumRuns(grain.runShift(named)) : null);
    }

    private Rollup(
            RollupDefinition named,
            Features<?> features,
            TupleDictionary profiles,
            TupleDictionary states,
            @Nullable SumRuns runs) {
        this.named = named;
        this.profiles = new PartOf(profiles, places(named, features, true));
        this.states = new PartOf(states, places(named, features, false));
        this.runs = runs;
        this.runsView = runs == null ? null : runs.view();
    }

    private static int[] places(RollupDefinition named, Features<?> features, boolean lasting) {
        return named.dimensions().stream()
                .mapToInt(features::index)
                .filter(feature -> features.isLasting(feature) == lasting)
                .map(features::place)
                .toArray();
    }

    public RollupDefinition named() {
        return named;
    }

    /** A profile that the group has. */
    public int profileOf(int group) {
        return aProfile.get(group);
    }

    /** A state that the group has. */
    public int stateOf(int group) {
        return aState.get(group);
    }

    /**
     * A row has been added.
     *
     * @param from a state, or 0
     */
    public void arrived(int profile, int from, int to, char day) {
        waiting.add(day, group(profile, from), group(profile, to));
    }

    private int group(int profile, int state) {
        return state == 0 ? NO_GROUP : groupOf(profile, state);
    }

    /**
     * Has the counts take in rows that wait.
     *
     * @param first the place of the first of them
     * @param count how many
     */
    public void takeIn(int first, int count) {
        var editors = new PrefixSums.Editor[aState.size()];
        var taken = waiting;
        for (int i = 0; i < count; i++) {
            int before = taken.leaves[i];
            int after = taken.enters[i];
            if (before != after) {
                change(editors, before, taken.days[i], -1);
                change(editors, after, taken.days[i], 1);
            }
            if (runs != null && runs.endsWith(first + i)) {
                runs.complete();
            }
        }
        edit(editors);
        waiting = new Waiting();
        for (int i = count; i < taken.size; i++) {
            waiting.add(taken.days[i], taken.leaves[i], taken.enters[i]);
        }
    }

    private void change(PrefixSums.Editor[] editors, int group, char day, int delta) {
        if (group == NO_GROUP) {
            return;
        }
        if (runs != null) {
            runs.change(group, day, delta);
        }
        if (editors[group] == null) {
            editors[group] = new PrefixSums.Editor(group < counts.length ? counts[group] : PrefixSums.EMPTY);
        }
        editors[group].add(day, delta);
    }

    private void edit(PrefixSums.Editor[] editors) {
        var now = Arrays.copyOf(counts, editors.length);
        for (int group = 0; group < now.length; group++) {
            if (editors[group] != null) {
                now[group] = editors[group].done();
            } else if (now[group] == null) {
                now[group] = PrefixSums.EMPTY;
            }
        }
        counts = now;
        runsView = runs == null ? null : runs.view();
    }

    /** The first row, of those taken in, that no run tells of. */
    public int firstOpen(int taken) {
        return runs == null ? taken : runs.view().covered(taken);
    }

    /** Takes in again a row of the run that was being made when this was saved; the counts have it already. */
    public void open(int profile, int from, int to, char day) {
        int before = group(profile, from);
        int after = group(profile, to);
        if (runs != null && before != after) {
            if (before != NO_GROUP) {
                runs.change(before, day, -1);
            }
            if (after != NO_GROUP) {
                runs.change(after, day, 1);
            }
        }
    }

    private int groupOf(int profile, int state) {
        int lasting = profiles.part(profile);
        int moving = states.part(state - 1);
        if (lasting >= groups.length) {
            groups = Arrays.copyOf(groups, Math.max(lasting + 1, 2 * groups.length));
        }
        var row = groups[lasting];
        if (row == null || moving >= row.length) {
            int length = row == null ? 0 : row.length;
            row = row == null ? new int[moving + 1] : Arrays.copyOf(row, Math.max(moving + 1, 2 * length));
            Arrays.fill(row, length, row.length, NO_GROUP);
            groups[lasting] = row;
        }
        if (row[moving] == NO_GROUP) {
            row[moving] = aState.size();
            aProfile.append(profile);
            aState.append(state);
        }
        return row[moving];
    }

    public View view() {
        return new View(aState.size(), profiles.parts, counts, runsView, waiting.days, waiting.leaves, waiting.enters);
    }

    public void save(View view, SaveStream out) throws IOException {
        int groups = view.counts().length;
        out.number(groups);
        aProfile.save(groups, out);
        aState.save(groups, out);
        for (var count : view.counts()) {
            count.save(out);
        }
        if (view.runs() != null) {
            SumRuns.save(view.runs(), out);
        }
    }

    public static Rollup load(
            RollupDefinition named,
            Features<?> features,
            TupleDictionary profiles,
            TupleDictionary states,
            LoadStream in)
            throws IOException {
        int size = in.number();
        var ofProfiles = IntColumn.load(size, in);
        var ofStates = IntColumn.load(size, in);
        var counts = new PrefixSums[size];
        for (int i = 0; i < size; i++) {
            counts[i] = PrefixSums.load(in);
        }
        var grouping = new Rollup(named, features, profiles, states, named.anyInstant() ? SumRuns.load(in) : null);
        for (int group = 0; group < size; group++) {
            grouping.groupOf(ofProfiles.get(group), ofStates.get(group));
        }
        grouping.profiles.knowAll();
        grouping.counts = counts;
        return grouping;
    }
}
