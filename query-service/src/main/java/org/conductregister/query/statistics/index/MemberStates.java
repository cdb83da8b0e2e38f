package org.conductregister.query.statistics.index;

/**
 * The state that each member is in. A member's points cancel out but for the state it is in, so summing up what they say
 * gives that state, in whatever order they come; overflow cancels out likewise.
 */
final class MemberStates {

    private final UnitView view;
    private final int[] present;
    private final int[] cell;
    private final int[] person;
    private final int[] reported;
    private final int[] referred;

    MemberStates(UnitView view) {
        this.view = view;
        this.present = new int[view.members()];
        this.cell = new int[view.members()];
        this.person = new int[view.members()];
        this.reported = new int[view.members()];
        this.referred = new int[view.members()];
    }

    void add(int point) {
        int member = view.member()[point];
        int delta = view.delta()[point];
        present[member] += delta;
        cell[member] += delta * view.cell()[point];
        person[member] += delta * view.person()[point];
        reported[member] += delta * view.reported()[point];
        referred[member] += delta * view.referred()[point];
    }

    int cellOf(int member) {
        return cell[member];
    }

    int personOf(int member) {
        return person[member];
    }

    int reportedOf(int member) {
        return reported[member];
    }

    int referredOf(int member) {
        return referred[member];
    }

    /** Whether the member exists, in a cell of the population and within its days. */
    boolean isIn(int member, boolean[] cells, Window window) {
        return present[member] != 0 && cells[cell[member]] && window.admits(reported[member], referred[member]);
    }
}
