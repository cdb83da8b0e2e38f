package org.conductregister.query.statistics.index;

import java.util.Arrays;

/**
 * For each guise of a stretch where its cells begin; negative where it is not wanted. A cohort lies in one stretch: the
 * chunks before and after it are not looked into.
 */
final class Bases {

    private final int begin;
    private final int[] bases;

    private Bases(int begin, int[] bases) {
        this.begin = begin;
        this.bases = bases;
    }

    /** Of the guises from the lowest to the highest, both included. */
    static Bases of(Plan plan, Layout layout, UnitView view, int lowest, int highest) {
        int first = lowest >> IntColumn.SHIFT;
        int last = Math.min(highest, view.guises() - 1) >> IntColumn.SHIFT;
        while (first <= last && !touches(plan, view, first)) {
            first++;
        }
        while (last > first && !touches(plan, view, last)) {
            last--;
        }
        if (first > last) {
            return new Bases(0, new int[0]);
        }
        int begin = first << IntColumn.SHIFT;
        var bases = new int[Math.min(last + 1 << IntColumn.SHIFT, view.guises()) - begin];
        for (int chunk = first; chunk <= last; chunk++) {
            int from = (chunk << IntColumn.SHIFT) - begin;
            int to = Math.min(from + IntColumn.CHUNK, bases.length);
            if (touches(plan, view, chunk)) {
                fill(plan, layout, view, chunk, bases, from, to);
            } else {
                Arrays.fill(bases, from, to, Parts.NOWHERE);
            }
        }
        return new Bases(begin, bases);
    }

    /** Whether any guise of a chunk may have been reported on the days wanted. */
    private static boolean touches(Plan plan, UnitView view, int chunk) {
        var window = plan.window();
        return view.index().guises().reportedInChunks().touch(chunk, window.reportedFrom(), window.reportedTo());
    }

    /** Days are looked at first: they cost least. */
    private static void fill(Plan plan, Layout layout, UnitView view, int chunk, int[] bases, int from, int to) {
        var window = plan.window();
        var parts = layout.parts(view);
        var guises = view.index().guises();
        var profiles = guises.profiles(chunk);
        var reported = guises.daysReported();
        var referred = guises.daysReferred();
        var reportedCodes = reported.chunk(chunk);
        var referredCodes = referred.chunk(chunk);
        int first = chunk << IntColumn.SHIFT;
        for (int i = from; i < to; i++) {
            int at = i - from;
            boolean admitted = window.admits(
                    reported.day(reportedCodes[at], first + at), referred.day(referredCodes[at], first + at));
            bases[i] = admitted ? layout.base(parts, profiles[at]) : Parts.NOWHERE;
        }
    }

    /** The first guise of the stretch. */
    int begin() {
        return begin;
    }

    /** Those of the stretch, from its first guise on. */
    int[] inOrder() {
        return bases;
    }

    int of(int guise) {
        int at = guise - begin;
        return at >= 0 && at < bases.length ? bases[at] : Parts.NOWHERE;
    }
}
