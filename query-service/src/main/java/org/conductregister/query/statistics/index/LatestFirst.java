package org.conductregister.query.statistics.index;

import java.util.Arrays;
import java.util.Comparator;

/** The latest reported first, those of one day in order of their record's name. */
final class LatestFirst {

    private final UnitIndex index;

    LatestFirst(UnitIndex index) {
        this.index = index;
    }

    /** A part of the guises in this order. There are many: all are sorted by the day, by name only those of its days. */
    int[] page(int[] guises, long offset, int limit) {
        var byDay = new long[guises.length];
        for (int i = 0; i < byDay.length; i++) {
            byDay[i] = (long) -index.guises().reported(guises[i]) << Integer.SIZE | guises[i];
        }
        Arrays.sort(byDay);
        int first = (int) Math.min(offset, byDay.length);
        int end = Math.min(byDay.length - first, limit) + first;
        int from = first;
        while (from > 0 && from < byDay.length && isOneDay(byDay[from - 1], byDay[from])) {
            from--;
        }
        int to = end;
        while (to > from && to < byDay.length && isOneDay(byDay[to - 1], byDay[to])) {
            to++;
        }
        return Arrays.stream(byDay, from, to)
                .boxed()
                .sorted(Comparator.comparing(LatestFirst::day).thenComparing(this::record))
                .skip(first - from)
                .limit(end - first)
                .mapToInt(key -> (int) (long) key)
                .toArray();
    }

    private String record(long key) {
        return index.record(index.guises().member((int) key));
    }

    private static boolean isOneDay(long a, long b) {
        return day(a) == day(b);
    }

    private static long day(long key) {
        return key >> Integer.SIZE;
    }
}
