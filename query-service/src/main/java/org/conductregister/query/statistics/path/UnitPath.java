package org.conductregister.query.statistics.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.path.PointSink.OfUnit;
import org.jspecify.annotations.Nullable;

/**
 * The path of one unit through its states: a step for each day at whose end it differs from the day before. Changing the path
 * emits the difference as points, so that all points emitted for a day add up to the path. Three ints a step; not thread-safe.
 */
public final class UnitPath {

    private static final int STRIDE = 3;
    private static final int[] NONE = {};

    private final int member;
    private int[] steps = NONE;

    UnitPath(int member) {
        this.member = member;
    }

    int member() {
        return member;
    }

    /** Whether no step is later than a day. */
    boolean endsBy(int day) {
        return steps.length == 0 || steps[steps.length - STRIDE] <= day;
    }

    /** The unit after the last step; null where it does not exist. */
    @Nullable
    UnitState last() {
        return steps.length == 0 ? null : stateAt(steps.length - STRIDE);
    }

    /**
     * Appends a step and emits the difference.
     *
     * @param day on or after the last step
     */
    void append(int day, UnitState to, OfUnit points) {
        var from = last();
        if (to.equals(from)) {
            return;
        }
        emit(day, from, to, points);
        boolean instead = steps.length > 0 && steps[steps.length - STRIDE] == day;
        int kept = instead ? steps.length - STRIDE : steps.length;
        boolean asBefore = kept > 0 && to.equals(stateAt(kept - STRIDE));
        steps = Arrays.copyOf(steps, asBefore ? kept : kept + STRIDE);
        if (!asBefore) {
            write(steps, kept, day, to);
        }
    }

    /**
     * Replaces the path from a day on and emits the difference.
     *
     * @param tail the steps from that day on; the state null is that of a unit that does not exist
     */
    void replaceFrom(int day, List<Step<@Nullable UnitState>> tail, OfUnit points) {
        int kept = 0;
        while (kept < steps.length && steps[kept] < day) {
            kept += STRIDE;
        }
        var before = kept == 0 ? null : stateAt(kept - STRIDE);
        var after = withoutRepetition(before, tail);
        emitDifference(before, kept, after, points);
        var changed = new int[kept + STRIDE * after.size()];
        System.arraycopy(steps, 0, changed, 0, kept);
        for (int i = 0; i < after.size(); i++) {
            write(changed, kept + i * STRIDE, after.get(i).day(), after.get(i).state());
        }
        steps = changed;
    }

    private static List<Step<@Nullable UnitState>> withoutRepetition(
            @Nullable UnitState before, List<Step<@Nullable UnitState>> tail) {
        var changes = new ArrayList<Step<@Nullable UnitState>>(tail.size());
        var current = before;
        for (var step : tail) {
            if (!same(current, step.state())) {
                changes.add(step);
                current = step.state();
            }
        }
        return changes;
    }

    /** Goes through the days of both paths: undoes what the old one did on a day, and does what the new one does. */
    private void emitDifference(
            @Nullable UnitState before, int kept, List<Step<@Nullable UnitState>> after, OfUnit points) {
        var was = before;
        var is = before;
        int old = kept;
        int next = 0;
        while (old < steps.length || next < after.size()) {
            int oldDay = old < steps.length ? steps[old] : Step.NEVER;
            int newDay = next < after.size() ? after.get(next).day() : Step.NEVER;
            int day = Math.min(oldDay, newDay);
            var wasNext = was;
            var isNext = is;
            if (oldDay == day) {
                wasNext = stateAt(old);
                old += STRIDE;
            }
            if (newDay == day) {
                isNext = after.get(next).state();
                next++;
            }
            emitDay(day, was, wasNext, is, isNext, points);
            was = wasNext;
            is = isNext;
        }
    }

    /** On a day the old path went from {@code was} to {@code wasNext}, and the new one goes from {@code is} to {@code isNext}. */
    private void emitDay(
            int day,
            @Nullable UnitState was,
            @Nullable UnitState wasNext,
            @Nullable UnitState is,
            @Nullable UnitState isNext,
            OfUnit points) {
        if (same(was, is)) {
            emit(day, wasNext, isNext, points);
        } else if (same(wasNext, isNext)) {
            emit(day, is, was, points);
        } else {
            emit(day, is, isNext, points);
            emit(day, wasNext, was, points);
        }
    }

    private void emit(int day, @Nullable UnitState from, @Nullable UnitState to, OfUnit points) {
        if (same(from, to)) {
            return;
        }
        if (from != null && to != null && from.version() == to.version()) {
            points.point(day, from.version(), from.state(), to.state());
            return;
        }
        if (from != null) {
            points.point(day, from.version(), from.state(), UnitState.NOT_THERE);
        }
        if (to != null) {
            points.point(day, to.version(), UnitState.NOT_THERE, to.state());
        }
    }

    private static boolean same(@Nullable UnitState a, @Nullable UnitState b) {
        return a == null ? b == null : a.equals(b);
    }

    private @Nullable UnitState stateAt(int at) {
        return steps[at + 2] == UnitState.NOT_THERE ? null : new UnitState(steps[at + 1], steps[at + 2]);
    }

    private static void write(int[] into, int at, int day, @Nullable UnitState state) {
        into[at] = day;
        into[at + 1] = state == null ? 0 : state.version();
        into[at + 2] = state == null ? UnitState.NOT_THERE : state.state();
    }
}
