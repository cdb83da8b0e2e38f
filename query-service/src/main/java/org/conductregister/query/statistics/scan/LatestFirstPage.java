package org.conductregister.query.statistics.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import org.conductregister.query.statistics.index.PointTable;
import org.conductregister.query.statistics.index.UnitIndex;
import org.conductregister.query.statistics.plan.CandidateMembers;
import org.conductregister.query.statistics.plan.LatestReportedOrder;

/**
 * Members, the latest reported first, those of one day in order of their record's name: gathered day by day, no further
 * than to the end of a page.
 */
final class LatestFirstPage {

    private final UnitIndex index;
    private final IntUnaryOperator present;
    private final LatestReportedOrder known;
    private final LatestReportedOrder since;

    /** The members that have versions since, in order. */
    private final int[] movedSince;

    private int nextKnown;
    private int nextSince;

    /** Those of which the version was reported earlier than on the latest day of any: their turn comes then. */
    private final PriorityQueue<Long> later = new PriorityQueue<>();

    /** Those of one day. */
    private int[] ofDay = new int[64];

    private int size;

    /** @param present by the first version of a member, the version it is in, or {@link PointTable#NONE} where it is not wanted */
    LatestFirstPage(UnitIndex index, CandidateMembers candidates, int versions, IntUnaryOperator present) {
        this.index = index;
        this.present = present;
        this.known = candidates.latestReported(versions);
        this.movedSince = candidates.since(known.versions(), versions);
        this.since = LatestReportedOrder.of(index.versions(), movedSince, movedSince.length, versions);
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
        int version = present.applyAsInt(first);
        if (version == PointTable.NONE) {
            return;
        }
        int reported = index.versions().reported(version);
        if (reported == day) {
            add(version);
        } else {
            later.add(key(reported, version));
        }
    }

    private void add(int version) {
        if (size == ofDay.length) {
            ofDay = Arrays.copyOf(ofDay, 2 * size);
        }
        ofDay[size++] = version;
    }

    private int[] inOrder() {
        return Arrays.stream(ofDay, 0, size)
                .sorted()
                .boxed()
                .sorted(Comparator.comparing(version -> record(index, version)))
                .mapToInt(version -> version)
                .toArray();
    }

    /** A part of some versions in this order: all are sorted by the day, by name only those of its days. */
    static int[] page(UnitIndex index, int[] versions, long offset, int limit) {
        var byDay = new long[versions.length];
        for (int i = 0; i < byDay.length; i++) {
            byDay[i] = key(index.versions().reported(versions[i]), versions[i]);
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
                .sorted(Comparator.comparingInt((Long key) -> -day(key))
                        .thenComparing(key -> record(index, (int) (long) key)))
                .skip(first - from)
                .limit(end - first)
                .mapToInt(key -> (int) (long) key)
                .toArray();
    }

    private static String record(UnitIndex index, int version) {
        return index.record(index.versions().member(version));
    }

    /** In order of these, the latest reported come first. */
    private static long key(int reported, int version) {
        return (long) -reported << Integer.SIZE | version;
    }

    private static int day(long key) {
        return -(int) (key >> Integer.SIZE);
    }
}
