package org.conductregister.query.statistics.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * Members, the latest reported first, those of one day in order of their record's name: gathered day by day, no further
 * than to the end of a page.
 */
final class LatestFirst {

    private final UnitIndex index;
    private final IntUnaryOperator present;
    private final LatestReported known;
    private final LatestReported since;

    /** The members that have guises since, in order. */
    private final int[] movedSince;

    private int nextKnown;
    private int nextSince;

    /** Those of which the guise was reported earlier than on the latest day of any: their turn comes then. */
    private final PriorityQueue<Long> later = new PriorityQueue<>();

    /** Those of one day. */
    private int[] ofDay = new int[64];

    private int size;

    /** @param present by the first guise of a member, the guise it is in, or {@link Rows#NONE} where it is not wanted */
    LatestFirst(UnitIndex index, Candidates candidates, int guises, IntUnaryOperator present) {
        this.index = index;
        this.present = present;
        this.known = candidates.latestReported(guises);
        this.movedSince = candidates.since(known.guises(), guises);
        this.since = LatestReported.of(index.guises(), movedSince, movedSince.length, guises);
    }

    int[] page(long offset, int limit) {
        var page = new int[limit];
        int found = 0;
        long passed = 0;
        while (found < limit && hasNext()) {
            gather(nextDay());
            if (passed + size > offset) {
                var inOrder = inOrder();
                for (int at = (int) Math.max(0, offset - passed); at < size && found < limit; at++) {
                    page[found++] = inOrder[at];
                }
            }
            passed += size;
        }
        return Arrays.copyOf(page, found);
    }

    private boolean hasNext() {
        return nextKnown < known.size() || nextSince < since.size() || !later.isEmpty();
    }

    private int nextDay() {
        int day = later.isEmpty() ? Integer.MIN_VALUE : day(later.peek());
        day = nextKnown < known.size() ? Math.max(day, known.days()[nextKnown]) : day;
        return nextSince < since.size() ? Math.max(day, since.days()[nextSince]) : day;
    }

    private void gather(int day) {
        size = 0;
        for (; nextKnown < known.size() && known.days()[nextKnown] == day; nextKnown++) {
            int first = known.firsts()[nextKnown];
            if (Arrays.binarySearch(movedSince, first) < 0) {
                look(first, day);
            }
        }
        for (; nextSince < since.size() && since.days()[nextSince] == day; nextSince++) {
            look(since.firsts()[nextSince], day);
        }
        while (!later.isEmpty() && day(later.peek()) == day) {
            add((int) (long) later.poll());
        }
    }

    private void look(int first, int day) {
        int guise = present.applyAsInt(first);
        if (guise == Rows.NONE) {
            return;
        }
        int reported = index.guises().reported(guise);
        if (reported == day) {
            add(guise);
        } else {
            later.add(key(reported, guise));
        }
    }

    private void add(int guise) {
        if (size == ofDay.length) {
            ofDay = Arrays.copyOf(ofDay, 2 * size);
        }
        ofDay[size++] = guise;
    }

    private int[] inOrder() {
        return Arrays.stream(ofDay, 0, size)
                .sorted()
                .boxed()
                .sorted(Comparator.comparing(guise -> record(index, guise)))
                .mapToInt(guise -> guise)
                .toArray();
    }

    /** A part of some guises in this order: all are sorted by the day, by name only those of its days. */
    static int[] page(UnitIndex index, int[] guises, long offset, int limit) {
        var byDay = new long[guises.length];
        for (int i = 0; i < byDay.length; i++) {
            byDay[i] = key(index.guises().reported(guises[i]), guises[i]);
        }
        Arrays.sort(byDay);
        int first = (int) Math.min(offset, byDay.length);
        int end = Math.min(byDay.length - first, limit) + first;
        int from = first;
        while (from > 0 && from < byDay.length && day(byDay[from - 1]) == day(byDay[from])) {
            from--;
        }
        int to = end;
        while (to > from && to < byDay.length && day(byDay[to - 1]) == day(byDay[to])) {
            to++;
        }
        return Arrays.stream(byDay, from, to)
                .boxed()
                .sorted(Comparator.comparing((Long key) -> -day(key))
                        .thenComparing(key -> record(index, (int) (long) key)))
                .skip(first - from)
                .limit(end - first)
                .mapToInt(key -> (int) (long) key)
                .toArray();
    }

    private static String record(UnitIndex index, int guise) {
        return index.record(index.guises().member(guise));
    }

    /** In order of these, the latest reported come first. */
    private static long key(int reported, int guise) {
        return (long) -reported << Integer.SIZE | guise;
    }

    private static int day(long key) {
        return -(int) (key >> Integer.SIZE);
    }
}
