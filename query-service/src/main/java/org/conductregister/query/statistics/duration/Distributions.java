package org.conductregister.query.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.Durations.Ended;
import org.conductregister.query.statistics.Durations.Open;
import org.jspecify.annotations.Nullable;

/**
 * Durations by group, gathered one by one and then sorted: exact quantiles need all of them. Eight bytes a duration. For one
 * thread.
 */
final class Distributions {

    /** The largest range, for each value, in which values are sorted by counting them. */
    private static final int MAX_RANGE_PER_VALUE = 8;

    private static final int MIN_COUNTED_RANGE = 1 << 10;

    /** Durations as they were added, up to a number of them. */
    private static final class Chunk {

        private static final int LEAST = 1 << 8;
        private static final int MOST = 1 << 13;

        /** The group of each duration, times two, and one more for an open one. */
        private final int[] keys;

        private final int[] days;
        private int size;

        Chunk(int capacity) {
            this.keys = new int[capacity];
            this.days = new int[capacity];
        }
    }

    private final List<Chunk> chunks = new ArrayList<>(List.of(new Chunk(Chunk.LEAST)));

    /** The one that is added to. */
    private Chunk last = chunks.getFirst();

    /** Ascending by key, and then by length, once {@link #sort sorted}. */
    private int[] days = {};

    /** By key, where its durations begin once {@link #sort sorted}; one more entry for the end. */
    private int[] begins = {0};

    /** Adds the duration of a member of a group, or its age; O(1). */
    void add(int group, boolean open, int duration) {
        if (last.size == last.keys.length) {
            last = new Chunk(Chunk.MOST);
            chunks.add(last);
        }
        last.keys[last.size] = 2 * group + (open ? 1 : 0);
        last.days[last.size++] = duration;
    }

    /**
     * Takes over all durations of others, which are not to be used any more.
     *
     * @param groups by group there, the group here
     */
    void add(Distributions others, int[] groups) {
        for (var chunk : others.chunks) {
            for (int i = 0; i < chunk.size; i++) {
                int key = chunk.keys[i];
                chunk.keys[i] = 2 * groups[key >> 1] + (key & 1);
            }
        }
        chunks.addAll(others.chunks);
    }

    /** Sorts what was added, by group and length; O(n) unless lengths are far apart. Nothing can be added any more. */
    void sort(int groups) {
        begins = new int[2 * groups + 1];
        for (var chunk : chunks) {
            for (int i = 0; i < chunk.size; i++) {
                begins[chunk.keys[i] + 1]++;
            }
        }
        for (int key = 0; key < 2 * groups; key++) {
            begins[key + 1] += begins[key];
        }
        var next = begins.clone();
        days = new int[begins[2 * groups]];
        for (var chunk : chunks) {
            for (int i = 0; i < chunk.size; i++) {
                days[next[chunk.keys[i]]++] = chunk.days[i];
            }
        }
        chunks.clear();
        for (int key = 0; key < 2 * groups; key++) {
            sort(begins[key], begins[key + 1]);
        }
    }

    private void sort(int from, int to) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, days[i]);
            greatest = Math.max(greatest, days[i]);
        }
        if (from == to || (long) greatest - least > (long) MAX_RANGE_PER_VALUE * (to - from) + MIN_COUNTED_RANGE) {
            Arrays.sort(days, from, to);
            return;
        }
        var counts = new int[greatest - least + 1];
        for (int i = from; i < to; i++) {
            counts[days[i] - least]++;
        }
        int at = from;
        for (int i = 0; i < counts.length; i++) {
            Arrays.fill(days, at, at + counts[i], least + i);
            at += counts[i];
        }
    }

    /** The durations of a group; O(n) for n of them. */
    Ended ended(int group, @Nullable Integer over) {
        int from = begins[2 * group];
        int to = begins[2 * group + 1];
        return new Ended(
                (long) to - from,
                mean(from, to),
                quantile(from, to, 0.5),
                quantile(from, to, 0.25),
                quantile(from, to, 0.75),
                quantile(from, to, 0.9),
                shareOver(from, to, over));
    }

    /** The ages of a group; O(log n) for n of them. */
    Open open(int group, @Nullable Integer over) {
        int from = begins[2 * group + 1];
        int to = begins[2 * group + 2];
        return new Open((long) to - from, quantile(from, to, 0.5), shareOver(from, to, over));
    }

    private @Nullable Double mean(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += days[i];
        }
        return from == to ? null : (double) sum / (to - from);
    }

    /** Linear between the ranks on either side: R's type 7. */
    private @Nullable Double quantile(int from, int to, double share) {
        if (from == to) {
            return null;
        }
        double rank = (to - from - 1) * share;
        int below = from + (int) rank;
        int above = Math.min(below + 1, to - 1);
        return days[below] + (rank - (int) rank) * (days[above] - days[below]);
    }

    private @Nullable Double shareOver(int from, int to, @Nullable Integer over) {
        if (from == to || over == null) {
            return null;
        }
        int first = from;
        int end = to;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (days[middle] > over) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return (double) (to - first) / (to - from);
    }
}
