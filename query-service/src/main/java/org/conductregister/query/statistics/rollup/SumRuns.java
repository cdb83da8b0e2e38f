package org.conductregister.query.statistics.rollup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Counts at any day of what was known at any position, for the groups of one grouping. So and so many rows make
 * a run, in which each group's changes lie in order of the day with their running sum; every {@value #FAN} runs of
 * one level make one of the next. What was known at a row is then a few runs of each level, and the rows since the last
 * of them: the cost grows with the logarithm of the rows, however days and positions lie to each other. A run is never
 * changed.
 */
public final class SumRuns {

    private static final int FAN_SHIFT = 3;
    private static final int FAN = 1 << FAN_SHIFT;
    private static final int MOST_GROUPS = 1 << 15;

    /**
     * @param starts where the days of each group begin, and behind the last group where they end
     * @param days as codes, ascending in each group
     * @param sums of the group up to the day
     */
    private record Run(int[] starts, char[] days, int[] sums) {

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
    private final List<List<Run>> levels = new ArrayList<>();

    /** The changes of the run being made: group and day as in a key, then the change. */
    private long[] open = new long[64];

    private int opened;

    /** The logarithm of the rows that make a run. */
    private final int shift;

    SumRuns(int shift) {
        this.shift = shift;
    }

    /** Whether a row is the last of a run. */
    boolean endsWith(int row) {
        return (row + 1 & (1 << shift) - 1) == 0;
    }

    /** What has been completed so far; safe to be read while more is. */
    public record View(Run[][] levels, int shift) {

        /** How many of the rows before a row runs tell of. */
        public int covered(int row) {
            int runs = levels.length == 0 ? 0 : levels[0].length;
            return Math.min(runs, row >> shift) << shift;
        }

        /**
         * What a group had come to by a day, of what is known in the runs before a row.
         *
         * @param row as of {@link #covered}
         * @param code of a day, or -1
         */
        public int upTo(int row, int group, int code) {
            if (code < 0) {
                return 0;
            }
            int runs = row >> shift;
            int sum = 0;
            for (int level = 0; runs > 0; level++) {
                int end = runs;
                runs = runs >> FAN_SHIFT << FAN_SHIFT;
                for (int i = runs; i < end; i++) {
                    sum += levels[level][i].upTo(group, code);
                }
                runs >>= FAN_SHIFT;
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

    /** To be called after the last row of each run. */
    void complete() {
        add(0, run(open, opened));
        opened = 0;
    }

    private void add(int level, Run run) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        var siblings = levels.get(level);
        siblings.add(run);
        if (siblings.size() % FAN == 0) {
            add(level + 1, merged(siblings.subList(siblings.size() - FAN, siblings.size())));
        }
    }

    private static Run merged(List<Run> parts) {
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
        return run(changes, changes.length);
    }

    /** The group and the day in the upper half, so that changes are sorted by them, and by how much in the lower. */
    private static long coded(int group, char code, int delta) {
        return (long) (group << Character.SIZE | code) << Integer.SIZE | delta & 0xFFFF_FFFFL;
    }

    private static Run run(long[] changes, int size) {
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
        return new Run(starts, Arrays.copyOf(days, distinct), Arrays.copyOf(sums, distinct));
    }

    private static int groupOf(long change) {
        return (int) (change >>> Integer.SIZE + Character.SIZE);
    }

    View view() {
        return new View(levels.stream().map(level -> level.toArray(Run[]::new)).toArray(Run[][]::new), shift);
    }

    public static void save(View view, SaveStream out) throws IOException {
        out.number(view.shift);
        out.number(view.levels.length);
        for (var level : view.levels) {
            out.number(level.length);
            for (var run : level) {
                out.number(run.starts.length);
                out.numbers(run.starts, 0, run.starts.length);
                out.number(run.days.length);
                out.chars(run.days, 0, run.days.length);
                out.numbers(run.sums, 0, run.sums.length);
            }
        }
    }

    static SumRuns load(LoadStream in) throws IOException {
        var runs = new SumRuns(in.number());
        int levels = in.number();
        for (int level = 0; level < levels; level++) {
            var siblings = new ArrayList<Run>();
            int size = in.number();
            for (int i = 0; i < size; i++) {
                var starts = new int[in.number()];
                in.numbers(starts, 0, starts.length);
                var days = new char[in.number()];
                var sums = new int[days.length];
                in.chars(days, 0, days.length);
                in.numbers(sums, 0, sums.length);
                siblings.add(new Run(starts, days, sums));
            }
            runs.levels.add(siblings);
        }
        return runs;
    }
}
