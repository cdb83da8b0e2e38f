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

    /** @param keys a group in the upper half, a day's code in the lower; ascending @param sums of the group up to the day */
    private record Stratum(int[] keys, int[] sums) {

        int upTo(int group, int code) {
            int wanted = group << Character.SIZE | code;
            int at = Arrays.binarySearch(keys, wanted);
            if (at < 0) {
                at = -at - 2;
            }
            return at >= 0 && keys[at] >>> Character.SIZE == group ? sums[at] : 0;
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
        open[opened++] = (long) (group << Character.SIZE | code) << Integer.SIZE | delta & 0xFFFF_FFFFL;
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
        int size = parts.stream().mapToInt(part -> part.keys.length).sum();
        var changes = new long[size];
        int at = 0;
        for (var part : parts) {
            for (int i = 0; i < part.keys.length; i++) {
                boolean goesOn = i > 0 && part.keys[i - 1] >>> Character.SIZE == part.keys[i] >>> Character.SIZE;
                int delta = goesOn ? part.sums[i] - part.sums[i - 1] : part.sums[i];
                changes[at++] = (long) part.keys[i] << Integer.SIZE | delta & 0xFFFF_FFFFL;
            }
        }
        return stratum(changes, size);
    }

    private static Stratum stratum(long[] changes, int size) {
        Arrays.sort(changes, 0, size);
        var keys = new int[size];
        var sums = new int[size];
        int distinct = 0;
        int i = 0;
        while (i < size) {
            int key = (int) (changes[i] >> Integer.SIZE);
            int delta = 0;
            while (i < size && (int) (changes[i] >> Integer.SIZE) == key) {
                delta += (int) changes[i++];
            }
            if (delta != 0) {
                boolean goesOn = distinct > 0 && keys[distinct - 1] >>> Character.SIZE == key >>> Character.SIZE;
                keys[distinct] = key;
                sums[distinct] = goesOn ? sums[distinct - 1] + delta : delta;
                distinct++;
            }
        }
        return new Stratum(Arrays.copyOf(keys, distinct), Arrays.copyOf(sums, distinct));
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
                out.number(stratum.keys.length);
                out.numbers(stratum.keys, 0, stratum.keys.length);
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
                var keys = new int[in.number()];
                var sums = new int[keys.length];
                in.numbers(keys, 0, keys.length);
                in.numbers(sums, 0, sums.length);
                siblings.add(new Stratum(keys, sums));
            }
            strata.levels.add(siblings);
        }
        return strata;
    }
}
