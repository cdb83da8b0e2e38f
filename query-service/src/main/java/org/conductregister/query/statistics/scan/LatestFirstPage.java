package org.conductregister.query.statistics.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CandidateMembers;
import org.conductregister.query.statistics.plan.LatestReportedOrder;

/**
 * A page of members, the latest reported first, those of one day in order of their record's name. The candidates are gathered
 * day by day along {@link LatestReportedOrder}, no further than to the end of the page. For one thread, and one page.
 */
final class LatestFirstPage {

    private final UnitSnapshot snapshot;

    /** By the first version of a member, the version it is in, or {@link MemberVersions#NONE} where it is not selected. */
    private final IntUnaryOperator versionOf;

    private final LatestReportedOrder order;
    private final LatestReportedOrder addedOrder;

    /** The first versions of the members that have a version added after {@link #order} was made, ascending. */
    private final int[] added;

    private int nextInOrder;
    private int nextAdded;

    /** Keys of versions that were reported earlier than the latest of their member: their day is still to come. */
    private final PriorityQueue<Long> postponed = new PriorityQueue<>();

    /** The versions reported on the day that is gathered. */
    private int[] ofDay = new int[64];

    private int size;

    /**
     * @param versionOf by the first version of a member, the version it is in, or {@link MemberVersions#NONE} where it is not
     *     selected
     */
    LatestFirstPage(UnitSnapshot snapshot, CandidateMembers candidates, IntUnaryOperator versionOf) {
        this.snapshot = snapshot;
        this.versionOf = versionOf;
        this.order = candidates.latestReported(snapshot);
        this.added = candidates.since(order.versions(), snapshot);
        this.addedOrder = LatestReportedOrder.of(snapshot.versions(), added, added.length);
    }

    /** The versions on the page, in order. */
    int[] page(long offset, int limit) {
        var page = new int[limit];
        int found = 0;
        long passed = 0;
        while (found < limit && hasNextDay()) {
            gather(nextDay());
            if (passed + size > offset) {
                var sorted = sortedOfDay();
                for (int i = (int) Math.max(0, offset - passed); i < size && found < limit; i++) {
                    page[found++] = sorted[i];
                }
            }
            passed += size;
        }
        return Arrays.copyOf(page, found);
    }

    private boolean hasNextDay() {
        return nextInOrder < order.size() || nextAdded < addedOrder.size() || !postponed.isEmpty();
    }

    private int nextDay() {
        int day = postponed.isEmpty() ? Integer.MIN_VALUE : day(postponed.peek());
        day = nextInOrder < order.size() ? Math.max(day, order.days()[nextInOrder]) : day;
        return nextAdded < addedOrder.size() ? Math.max(day, addedOrder.days()[nextAdded]) : day;
    }

    private void gather(int day) {
        size = 0;
        for (; nextInOrder < order.size() && order.days()[nextInOrder] == day; nextInOrder++) {
            int first = order.firstVersions()[nextInOrder];
            if (Arrays.binarySearch(added, first) < 0) {
                addOrPostpone(first, day);
            }
        }
        for (; nextAdded < addedOrder.size() && addedOrder.days()[nextAdded] == day; nextAdded++) {
            addOrPostpone(addedOrder.firstVersions()[nextAdded], day);
        }
        while (!postponed.isEmpty() && day(postponed.peek()) == day) {
            add(version(postponed.poll()));
        }
    }

    private void addOrPostpone(int first, int day) {
        int version = versionOf.applyAsInt(first);
        if (version == MemberVersions.NONE) {
            return;
        }
        int reported = snapshot.versions().reported(version);
        if (reported == day) {
            add(version);
        } else {
            postponed.add(key(reported, version));
        }
    }

    private void add(int version) {
        if (size == ofDay.length) {
            ofDay = Arrays.copyOf(ofDay, 2 * size);
        }
        ofDay[size++] = version;
    }

    private int[] sortedOfDay() {
        return Arrays.stream(ofDay, 0, size)
                .sorted()
                .boxed()
                .sorted(Comparator.comparing(version -> record(snapshot, version)))
                .mapToInt(version -> version)
                .toArray();
    }

    /**
     * A page of some versions in the same order: all are sorted by day, but by name only those of the days on the page;
     * O(n log n).
     */
    static int[] page(UnitSnapshot snapshot, int[] versions, long offset, int limit) {
        var byDay = new long[versions.length];
        for (int i = 0; i < byDay.length; i++) {
            byDay[i] = key(snapshot.versions().reported(versions[i]), versions[i]);
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
                        .thenComparing(key -> record(snapshot, version(key))))
                .skip(first - from)
                .limit(end - first)
                .mapToInt(LatestFirstPage::version)
                .toArray();
    }

    private static String record(UnitSnapshot snapshot, int version) {
        return snapshot.record(snapshot.versions().member(version));
    }

    /** A version with its day, such that keys ascend as days descend. */
    private static long key(int reported, int version) {
        return ((long) -reported << Integer.SIZE) | version;
    }

    private static int day(long key) {
        return -(int) (key >> Integer.SIZE);
    }

    private static int version(long key) {
        return (int) key;
    }
}
