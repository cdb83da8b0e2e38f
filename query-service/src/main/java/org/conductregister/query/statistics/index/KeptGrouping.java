package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.cells.Features;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a named grouping, kept ready. Its groups are numbered in the order met; each is told by a profile and a
 * state of it.
 */
final class KeptGrouping {

    private static final int NO_GROUP = -1;

    private final NamedGrouping named;
    private final PartOf profiles;
    private final PartOf states;

    /** Groups by the parts of profile and state. */
    private int[][] groups = new int[0][];

    private final IntColumn aProfile = new IntColumn();
    private final IntColumn aState = new IntColumn();
    private DayPrefix[] counts = {};
    private final @Nullable Strata strata;
    private @Nullable List<DayPrefix.Editor> editors;

    /** Which of a tuple's values tell groups apart, and the number of those values in each tuple met. */
    private static final class PartOf {

        private final Tuples tuples;
        private final int[] places;
        private final Map<List<Object>, Integer> numbers = new HashMap<>();
        private int[] parts = new int[16];
        private int known;

        PartOf(Tuples tuples, int[] places) {
            this.tuples = tuples;
            this.places = places;
        }

        int part(int tuple) {
            while (known <= tuple) {
                if (known == parts.length) {
                    parts = Arrays.copyOf(parts, 2 * known);
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

    /** @param strata null where the grouping is not kept for any instant */
    record View(int groups, DayPrefix[] counts, Strata.@Nullable View strata) {}

    KeptGrouping(NamedGrouping named, Features<?> features, Tuples profiles, Tuples states, Grain grain) {
        this(named, features, profiles, states, named.anyInstant() ? new Strata(grain) : null);
    }

    private KeptGrouping(
            NamedGrouping named, Features<?> features, Tuples profiles, Tuples states, @Nullable Strata strata) {
        this.named = named;
        this.profiles = new PartOf(profiles, places(named, features, true));
        this.states = new PartOf(states, places(named, features, false));
        this.strata = strata;
    }

    private static int[] places(NamedGrouping named, Features<?> features, boolean lasting) {
        return named.dimensions().stream()
                .mapToInt(features::index)
                .filter(feature -> features.isLasting(feature) == lasting)
                .map(features::place)
                .toArray();
    }

    NamedGrouping named() {
        return named;
    }

    /** A profile that the group has. */
    int profileOf(int group) {
        return aProfile.get(group);
    }

    /** A state that the group has. */
    int stateOf(int group) {
        return aState.get(group);
    }

    /**
     * Takes in the next row. The counts are told with the next {@link #edited()}.
     *
     * @param from a state, or 0
     * @param endsStratum whether it is the last row of a stratum
     */
    void take(int profile, int from, int to, char day, boolean endsStratum) {
        int before = from == 0 ? NO_GROUP : groupOf(profile, from);
        int after = to == 0 ? NO_GROUP : groupOf(profile, to);
        if (before != after) {
            change(before, day, -1);
            change(after, day, 1);
        }
        if (endsStratum && strata != null) {
            strata.complete();
        }
    }

    private void change(int group, char day, int delta) {
        if (group == NO_GROUP) {
            return;
        }
        if (strata != null) {
            strata.change(group, day, delta);
        }
        if (editors == null) {
            editors = new ArrayList<>();
        }
        while (editors.size() <= group) {
            editors.add(null);
        }
        var editor = editors.get(group);
        if (editor == null) {
            editor = new DayPrefix.Editor(group < counts.length ? counts[group] : DayPrefix.EMPTY);
            editors.set(group, editor);
        }
        editor.add(day, delta);
    }

    /** The first row, of those taken in, that no stratum tells of. */
    int firstOpen(int taken) {
        return strata == null ? taken : strata.view().covered(taken);
    }

    /** Takes in again a row of the stratum that was being made when this was saved; the counts have it already. */
    void open(int profile, int from, int to, char day) {
        int before = from == 0 ? NO_GROUP : groupOf(profile, from);
        int after = to == 0 ? NO_GROUP : groupOf(profile, to);
        if (strata != null && before != after) {
            if (before != NO_GROUP) {
                strata.change(before, day, -1);
            }
            if (after != NO_GROUP) {
                strata.change(after, day, 1);
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

    /** The counts with all rows that were taken in. */
    View edited() {
        var now = Arrays.copyOf(counts, aState.size());
        for (int group = 0; group < now.length; group++) {
            var editor = editors == null || group >= editors.size() ? null : editors.get(group);
            if (editor != null) {
                now[group] = editor.done();
            } else if (now[group] == null) {
                now[group] = DayPrefix.EMPTY;
            }
        }
        counts = now;
        editors = null;
        return view();
    }

    View view() {
        return new View(counts.length, counts, strata == null ? null : strata.view());
    }

    void save(View view, SaveStream out) throws IOException {
        out.number(view.groups());
        aProfile.save(view.groups(), out);
        aState.save(view.groups(), out);
        for (var count : view.counts()) {
            count.save(out);
        }
        if (view.strata() != null) {
            Strata.save(view.strata(), out);
        }
    }

    static KeptGrouping load(NamedGrouping named, Features<?> features, Tuples profiles, Tuples states, LoadStream in)
            throws IOException {
        int size = in.number();
        var ofProfiles = IntColumn.load(size, in);
        var ofStates = IntColumn.load(size, in);
        var counts = new DayPrefix[size];
        for (int i = 0; i < size; i++) {
            counts[i] = DayPrefix.load(in);
        }
        var grouping = new KeptGrouping(named, features, profiles, states, named.anyInstant() ? Strata.load(in) : null);
        for (int group = 0; group < size; group++) {
            grouping.groupOf(ofProfiles.get(group), ofStates.get(group));
        }
        grouping.counts = counts;
        return grouping;
    }
}
