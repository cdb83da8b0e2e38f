package org.conductregister.query.statistics.rollup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;

/**
 * The counts of the groups of one rollup at the end of any day, as known at any earlier point. Points are numbered in the order
 * recorded, and a fixed number of them makes a run: by group, the days that its points change and the sum of the changes up to
 * each. {@value #FAN} runs of one level are merged into one of the next, as in an LSM tree with tiered compaction (the
 * logarithmic method of Bentley and Saxe, 1980). The points before any one are so a few runs of each level and the points since
 * the last run. The runs merged remain, for they are what was known before.
 *
 * <p>A count looks at O(log n) runs, by binary search in each; appending is O(log n), amortised; memory is O(n log n) at
 * worst, less where points of a run share group and day. One thread appends; any thread may read a {@link View}. Days are
 * {@link DayCode}s.
 */
public final class SumRuns {

    private static final int FAN_SHIFT = 3;
    private static final int FAN = 1 << FAN_SHIFT;
    private static final int MOST_GROUPS = 1 << 15;

    /**
     * The sums of a number of successive points. Immutable.
     *
     * @param starts by group, the index of its first day; then the number of all days
     * @param days ascending in each group
     * @param sums the sum of the group's changes up to each of the days, as {@link PackedInts}
     */
    private record Run(int[] starts, char[] days, byte[] sums) {

        int upTo(int group, int code) {
            if (group >= starts.length - 1) {
                return 0;
            }
            int low = starts[group];
            int high = starts[group + 1] - 1;
            if (low > high || days[low] > code) {
                return 0;
            }
            return sum(days[high] <= code ? high : lastUpTo(code, low, high));
        }

        int sum(int index) {
            return PackedInts.get(sums, days.length, index);
        }

        /**
         * The last index whose day is no later than a day. Days are distinct, so the difference of two days limits how far
         * apart they lie, which leaves little to search where most days occur.
         *
         * @param low an index whose day is no later
         * @param high an index whose day is later
         */
        private int lastUpTo(int code, int low, int high) {
            int from = Math.max(low, high - (days[high] - code));
            int to = Math.min(high, low + (code - days[low]) + 1);
            while (to - from > 1) {
                int middle = (from + to) >>> 1;
                if (days[middle] <= code) {
                    from = middle;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }

    /** By level, its runs in the order of their points. */
    private final List<Level> levels = new ArrayList<>();

    /** The runs of one level. Views share the array, and know how many of its runs they may see. */
    private static final class Level {

        private Run[] runs;
        private int size;

        Level(int capacity) {
            this.runs = new Run[capacity];
        }

        void add(Run run) {
            if (size == runs.length) {
                runs = Arrays.copyOf(runs, size + (size >> 1) + FAN);
            }
            runs[size++] = run;
        }
    }

    /** The changes since the last run, each {@link #encoded}. */
    private long[] open = new long[64];

    private int openSize;

    /** The base-2 logarithm of the points in a run of the lowest level. */
    private final int shift;

    SumRuns(int shift) {
        this.shift = shift;
    }

    /** Whether a run ends with a point. */
    boolean endsWith(int point) {
        return (point + 1 & (1 << shift) - 1) == 0;
    }

    /**
     * Adds a change to the run that is open.
     *
     * @throws IllegalStateException if there are too many groups
     */
    void change(int group, char code, int delta) {
        if (group >= MOST_GROUPS) {
            throw new IllegalStateException("more than %,d groups".formatted(MOST_GROUPS));
        }
        if (openSize == open.length) {
            open = Arrays.copyOf(open, 2 * openSize);
        }
        open[openSize++] = encoded(group, code, delta);
    }

    /** Closes the run that is open. To be called after the changes of the last point of each run. */
    void closeRun() {
        add(0, run(open, openSize));
        openSize = 0;
    }

    private void add(int level, Run run) {
        if (level == levels.size()) {
            levels.add(new Level(FAN));
        }
        var siblings = levels.get(level);
        siblings.add(run);
        if (siblings.size % FAN == 0) {
            add(level + 1, merged(Arrays.asList(siblings.runs).subList(siblings.size - FAN, siblings.size)));
        }
    }

    private static Run merged(List<Run> runs) {
        var changes = new long[runs.stream().mapToInt(run -> run.days.length).sum()];
        int size = 0;
        for (var run : runs) {
            for (int group = 0; group < run.starts.length - 1; group++) {
                int before = 0;
                for (int i = run.starts[group]; i < run.starts[group + 1]; i++) {
                    changes[size++] = encoded(group, run.days[i], run.sum(i) - before);
                    before = run.sum(i);
                }
            }
        }
        return run(changes, size);
    }

    /** From the highest bit on: 16 bits of group, 16 of day, 32 of change; so that changes sort by group and day. */
    private static long encoded(int group, char code, int delta) {
        return ((long) (group << Character.SIZE | code) << Integer.SIZE) | (delta & 0xFFFF_FFFFL);
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
        return new Run(starts, Arrays.copyOf(days, distinct), PackedInts.pack(sums, distinct));
    }

    private static int groupOf(long change) {
        return (int) (change >>> (Integer.SIZE + Character.SIZE));
    }

    /** A view of the runs closed so far; O(levels). */
    View view() {
        return new View(
                levels.stream().map(level -> level.runs).toArray(Run[][]::new),
                levels.stream().mapToInt(level -> level.size).toArray(),
                shift);
    }

    /** Reads what {@link View#save} wrote. The run that was open is open again, without its changes. */
    static SumRuns load(LoadStream in) throws IOException {
        var loaded = new SumRuns(in.readInt());
        int levels = in.readInt();
        for (int level = 0; level < levels; level++) {
            int size = in.readInt();
            var siblings = new Level(size);
            for (int i = 0; i < size; i++) {
                var starts = new int[in.readInt()];
                in.readInts(starts, 0, starts.length);
                var days = new char[in.readInt()];
                var sums = new byte[in.readInt()];
                in.readChars(days, 0, days.length);
                in.readBytes(sums, 0, sums.length);
                siblings.add(new Run(starts, days, sums));
            }
            loaded.levels.add(siblings);
        }
        return loaded;
    }

    /** The runs that were closed when it was made. Immutable. */
    public static final class View {

        private final Run[][] levels;

        /** The number of runs of each level. */
        private final int[] sizes;

        private final int shift;

        private View(Run[][] levels, int[] sizes, int shift) {
            this.levels = levels;
            this.sizes = sizes;
            this.shift = shift;
        }

        /** Returns the number of points, of the first {@code points}, that are in runs none of which goes beyond them; O(1). */
        public int covered(int points) {
            int runs = sizes.length == 0 ? 0 : sizes[0];
            return Math.min(runs, points >> shift) << shift;
        }

        /**
         * The count of a group at the end of a day, of the first points alone.
         *
         * @param points how many, as {@link #covered} returns it
         * @param code of the day, or -1
         */
        public int upTo(int points, int group, int code) {
            if (code < 0) {
                return 0;
            }
            int runs = points >> shift;
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

        /** Writes the runs; O(n). */
        void save(SaveStream out) throws IOException {
            out.writeInt(shift);
            out.writeInt(levels.length);
            for (int level = 0; level < levels.length; level++) {
                out.writeInt(sizes[level]);
                for (var run : Arrays.asList(levels[level]).subList(0, sizes[level])) {
                    out.writeInt(run.starts.length);
                    out.writeInts(run.starts, 0, run.starts.length);
                    out.writeInt(run.days.length);
                    out.writeInt(run.sums.length);
                    out.writeChars(run.days, 0, run.days.length);
                    out.writeBytes(run.sums, 0, run.sums.length);
                }
            }
        }
    }
}
