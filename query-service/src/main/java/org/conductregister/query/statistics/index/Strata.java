package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Counts at any day of what was known at any position, for the groups of one grouping. So and so many rows make
 * a stratum, in which each group's changes lie in order of the day with their running sum; every {@value #FAN} strata of
 * one level make one of the next. What was known at a row is then a few strata of each level, and the rows since the last
 * of them: the cost grows with the logarithm of the rows, however days and positions lie to each other. A stratum is never
 * changed.
 */
final class Strata {

    private static final int FAN_SHIFT = 3;
    private static final int FAN = 1 << FAN_SHIFT;
    private static final int MOST_GROUPS = 1 << 15;

    /**
     * @param starts where the days of each group begin, and behind the last group where they end
     * @param days as codes, ascending in each group
     * @param sums of the group up to the day
     */
    private record Stratum(int[] starts, char[] days, int[] sums) {

        int upTo(int group, int code) {
            if (group >= starts.length - 1) {
                return 0;
            }
            int low = starts[group];
            int high = starts[group + 1] - 1;
            if (low > high || days[low] > code) {
                return 0;
            }
            return days[high] <= code ? sums[high] : sums[lastUpTo(code, low, high)];
        }

        /**
         * No day comes twice, so a day lies no further from either end than there are days to it; where hardly any is
         * missing that leaves hardly any place.
         *
         * @param low a place whose day is no later
         * @param high a place whose day is later
         */
        private int lastUpTo(int code, int low, int high) {
            int from = Math.max(low, high - (days[high] - code));
            int to = Math.min(high, low + (code - days[low]) + 1);
            while (to - from > 1) {
                int middle = from + to >>> 1;
                if (days[middle] <= code) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }

    /** Of each level, in order. */
    private final List<List<Stratum>> levels = new ArrayList<>();

    /** The changes of the stratum being made: group and day as in a key, then the change. */
    private long[] open = new long[64];

    private int opened;

    /** The logarithm of the rows that make a stratum. */
    private final int shift;

    Strata(int shift) {
        this.shift = shift;
    }

    /** Whether a row is the last of a stratum. */
    boolean endsWith(int row) {
        return (row + 1 & (1 << shift) - 1) == 0;
    }

    /** What has been completed so far; safe to be read while more is. */
    record View(Stratum[][] levels, int shift) {

        /** How many of the rows before a row strata tell of. */
        int covered(int row) {
            int strata = levels.length == 0 ? 0 : levels[0].length;
            return Math.min(strata, row >> shift) << shift;
        }

        /**
         * What a group had come to by a day, of what is known in the strata before a row.
         *
         * @param row as of {@link #covered}
         * @param code of a day, or -1
         */
        int upTo(int row, int group, int code) {
            if (code < 0) {
                return 0;
            }
            int strata = row >> shift;
            int sum = 0;
            for (int level = 0; strata > 0; level++) {
                int end = strata;
                strata = strata >> FAN_SHIFT << FAN_SHIFT;
                for (int i = strata; i < end; i++) {
                    sum += levels[level][i].upTo(group, code);
                }
                strata >>= FAN_SHIFT;
            }
            return sum;
        }
    }

    void change(int group, char code, int delta) {
        if (group >= MOST_GROUPS) {
            throw new IllegalStateException("more than %,d groups".formatted(MOST_GROUPS));
        }
        if (opened == open.length) {
            open = Arrays.copyOf(open, 2 * opened);
        }
        open[opened++] = coded(group, code, delta);
    }

    /** To be called after the last row of each stratum. */
    void complete() {
        add(0, stratum(open, opened));
        opened = 0;
    }

    private void add(int level, Stratum stratum) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        var siblings = levels.get(level);
        siblings.add(stratum);
        if (siblings.size() % FAN == 0) {
            add(level + 1, merged(siblings.subList(siblings.size() - FAN, siblings.size())));
        }
    }

    private static Stratum merged(List<Stratum> parts) {
        var changes = new long[parts.stream().mapToInt(part -> part.days.length).sum()];
        int at = 0;
        for (var part : parts) {
            for (int group = 0; group < part.starts.length - 1; group++) {
                int before = 0;
                for (int i = part.starts[group]; i < part.starts[group + 1]; i++) {
                    changes[at++] = coded(group, part.days[i], part.sums[i] - before);
                    before = part.sums[i];
                }
            }
        }
        return stratum(changes, changes.length);
    }

    /** The group and the day in the upper half, so that changes are sorted by them, and by how much in the lower. */
    private static long coded(int group, char code, int delta) {
        return (long) (group << Character.SIZE | code) << Integer.SIZE | delta & 0xFFFF_FFFFL;
    }

    private static Stratum stratum(long[] changes, int size) {
        Arrays.sort(changes, 0, size);
        int groups = size == 0 ? 0 : groupOf(changes[size - 1]) + 1;
        var starts = new int[groups + 1];
        var days = new char[size];
        var sums = new int[size];
        int distinct = 0;
        int i = 0;
        for (int group = 0; group < groups; group++) {
            starts[group] = distinct;
            int sum = 0;
            while (i < size && groupOf(changes[i]) == group) {
                int key = (int) (changes[i] >> Integer.SIZE);
                int before = sum;
                while (i < size && (int) (changes[i] >> Integer.SIZE) == key) {
                    sum += (int) changes[i++];
                }
                if (sum != before) {
                    days[distinct] = (char) key;
                    sums[distinct++] = sum;
                }
            }
        }
        starts[groups] = distinct;
        return new Stratum(starts, Arrays.copyOf(days, distinct), Arrays.copyOf(sums, distinct));
    }

    private static int groupOf(long change) {
        return (int) (change >>> Integer.SIZE + Character.SIZE);
    }

    View view() {
        return new View(
                levels.stream().map(level -> level.toArray(Stratum[]::new)).toArray(Stratum[][]::new), shift);
    }

    static void save(View view, SaveStream out) throws IOException {
        out.number(view.shift);
        out.number(view.levels.length);
        for (var level : view.levels) {
            out.number(level.length);
            for (var stratum : level) {
                out.number(stratum.starts.length);
                out.numbers(stratum.starts, 0, stratum.starts.length);
                out.number(stratum.days.length);
                out.chars(stratum.days, 0, stratum.days.length);
                out.numbers(stratum.sums, 0, stratum.sums.length);
            }
        }
    }

    static Strata load(LoadStream in) throws IOException {
        var strata = new Strata(in.number());
        int levels = in.number();
        for (int level = 0; level < levels; level++) {
            var siblings = new ArrayList<Stratum>();
            int size = in.number();
            for (int i = 0; i < size; i++) {
                var starts = new int[in.number()];
                in.numbers(starts, 0, starts.length);
                var days = new char[in.number()];
                var sums = new int[days.length];
                in.chars(days, 0, days.length);
                in.numbers(sums, 0, sums.length);
                siblings.add(new Stratum(starts, days, sums));
            }
            strata.levels.add(siblings);
        }
        return strata;
    }
}
