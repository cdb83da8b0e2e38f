package org.conductregister.query.statistics.index;

/**
 * The state of each guise as at a day, as known at one place of the rows. A guise's rows cancel out but for the state it
 * is in, so adding up what they say gives that state, in whatever order they come.
 */
final class GuiseStates {

    private static final int SAMPLE = 64;

    private final UnitView view;
    private final int[] states;

    private GuiseStates(UnitView view, int[] states) {
        this.view = view;
        this.states = states;
    }

    /** @param day as days since 1970-01-01 */
    static GuiseStates at(UnitView view, int known, int day) {
        var states = new GuiseStates(view, new int[view.guises()]);
        int upTo = Days.upTo(day);
        if (Days.hasCode(day) && areMostlySettled(view, known, upTo)) {
            states.readOff(known, upTo);
        } else {
            states.addRows(known, upTo);
            view.index().rows().forEachStray(known, day, states::add);
        }
        return states;
    }

    /** Before any row. */
    static GuiseStates none(UnitView view) {
        return new GuiseStates(view, new int[view.guises()]);
    }

    /** Whether the states of most guises can be read off them; by a sample. */
    static boolean areMostlySettled(UnitView view, int known, int upTo) {
        int settled = 0;
        int step = Math.max(1, view.guises() / SAMPLE);
        int looked = 0;
        for (int guise = 0; guise < view.guises(); guise += step) {
            looked++;
            settled += view.index().guises().isSettled(guise, upTo, known) ? 1 : 0;
        }
        return 20 * settled >= 19 * looked;
    }

    private void readOff(int known, int upTo) {
        var index = view.index();
        for (int guise = 0; guise < states.length; guise++) {
            states[guise] = index.guises().stateAt(guise, upTo, known, index.rows(), index.moves());
        }
    }

    private void addRows(int known, int upTo) {
        var rows = view.index().rows();
        var changes = view.index().moves().changes(view.moves());
        for (int begin = 0; begin < known; begin += IntColumn.CHUNK) {
            int chunk = begin >> IntColumn.SHIFT;
            if (rows.daysOfChunks().lowest(chunk) > upTo) {
                continue;
            }
            var days = rows.days(chunk);
            var guises = rows.guises(chunk);
            var moves = rows.moves(chunk);
            int end = Math.min(IntColumn.CHUNK, known - begin);
            for (int i = 0; i < end; i++) {
                if (days[i] <= upTo) {
                    states[guises[i]] += changes[rows.move(moves[i], chunk, i)];
                }
            }
        }
    }

    void add(int row) {
        var index = view.index();
        int move = index.rows().move(row);
        states[index.rows().guise(row)] +=
                index.moves().to(move) - index.moves().from(move);
    }

    int count() {
        return states.length;
    }

    /** 0 where the guise is not there. */
    int of(int guise) {
        return states[guise];
    }
}
