package org.conductregister.query.statistics.index;

/**
 * Counts where none are ready: from nothing, adding the rows that were known and had happened, or from how the guises
 * stand now, taking off all others; whichever looks at less.
 */
final class FullCount {

    private final Plan plan;
    private final Layout layout;
    private final UnitView view;
    private final RowScan ahead;
    private final RowScan notYetHappened;
    private final RowScan notYetKnown;

    /** @param known how many rows were known */
    FullCount(Plan plan, Layout layout, UnitView view, int known) {
        this.plan = plan;
        this.layout = layout;
        this.view = view;
        this.ahead = new RowScan(plan, layout, view, 0, known, 1);
        this.notYetHappened = new RowScan(plan, layout, view, 0, known, -1);
        this.notYetKnown = new RowScan(plan, layout, view, known, view.size(), -1);
    }

    /** @param day as its code, or -1 for before any */
    void upTo(int day, int[] counts) {
        if (day < 0) {
            return;
        }
        int forward = ahead.cost(0, day);
        int back = notYetHappened.cost(day + 1, Character.MAX_VALUE) + notYetKnown.cost(0, Character.MAX_VALUE);
        var now = forward > back ? Bases.of(plan, layout, view, 0, view.guises() - 1) : null;
        if (now == null || now.inOrder().length + back > forward) {
            ahead.within(0, day, counts);
        } else {
            addNow(now, counts);
            notYetHappened.within(day + 1, Character.MAX_VALUE, counts, now);
            notYetKnown.within(0, Character.MAX_VALUE, counts, now);
        }
    }

    private void addNow(Bases bases, int[] counts) {
        var index = view.index();
        var guises = index.guises();
        var ofStates = layout.states().of();
        var inOrder = bases.inOrder();
        for (int i = 0; i < inOrder.length; i++) {
            if (inOrder[i] >= 0) {
                int state = guises.stateAt(
                        bases.begin() + i, Character.MAX_VALUE, view.size(), index.rows(), index.moves());
                if (state != 0) {
                    counts[inOrder[i] + 1 + ofStates[state - 1]]++;
                }
            }
        }
    }
}
