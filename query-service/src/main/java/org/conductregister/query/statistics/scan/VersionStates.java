package org.conductregister.query.statistics.scan;

import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * The state of each version as at a day, as known at one place of the rows. A version's rows cancel out but for the state it
 * is in, so adding up what they say gives that state, in whatever order they come.
 */
final class VersionStates {

    private static final int SAMPLE = 64;

    private final UnitSnapshot view;
    private final int[] states;

    private VersionStates(UnitSnapshot view, int[] states) {
        this.view = view;
        this.states = states;
    }

    /** @param day as days since 1970-01-01 */
    static VersionStates at(UnitSnapshot view, int known, int day) {
        var states = new VersionStates(view, new int[view.versions()]);
        int upTo = DayCode.upTo(day);
        if (DayCode.hasCode(day) && areMostlySettled(view, known, upTo)) {
            states.readOff(known, upTo);
        } else {
            states.addRows(known, upTo);
            view.index().rows().forEachStray(known, day, states::add);
        }
        return states;
    }

    /** Before any row. */
    static VersionStates none(UnitSnapshot view) {
        return new VersionStates(view, new int[view.versions()]);
    }

    /** Whether the states of most versions can be read off them; by a sample. */
    static boolean areMostlySettled(UnitSnapshot view, int known, int upTo) {
        int settled = 0;
        int step = Math.max(1, view.versions() / SAMPLE);
        int looked = 0;
        for (int version = 0; version < view.versions(); version += step) {
            looked++;
            settled += view.index().versions().isSettled(version, upTo, known) ? 1 : 0;
        }
        return 20 * settled >= 19 * looked;
    }

    private void readOff(int known, int upTo) {
        var index = view.index();
        for (int version = 0; version < states.length; version++) {
            states[version] = index.versions().stateAt(version, upTo, known, index.rows(), index.transitions());
        }
    }

    private void addRows(int known, int upTo) {
        var rows = view.index().rows();
        var changes = view.index().transitions().changes(view.transitions());
        for (int begin = 0; begin < known; begin += IntColumn.CHUNK) {
            int chunk = begin >> IntColumn.SHIFT;
            if (rows.daysOfChunks().lowest(chunk) > upTo) {
                continue;
            }
            var days = rows.days(chunk);
            var versions = rows.versions(chunk);
            var transitions = rows.transitions(chunk);
            int end = Math.min(IntColumn.CHUNK, known - begin);
            for (int i = 0; i < end; i++) {
                if (days[i] <= upTo) {
                    states[versions[i]] += changes[rows.transition(transitions[i], chunk, i)];
                }
            }
        }
    }

    void add(int row) {
        var index = view.index();
        int transition = index.rows().transition(row);
        states[index.rows().version(row)] +=
                index.transitions().to(transition) - index.transitions().from(transition);
    }

    int count() {
        return states.length;
    }

    /** 0 where the version is not there. */
    int of(int version) {
        return states[version];
    }
}
