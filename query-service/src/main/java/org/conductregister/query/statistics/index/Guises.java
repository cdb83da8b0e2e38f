package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.paths.UnitState;
import org.jspecify.annotations.Nullable;

/**
 * Members, while what does not change by itself stays as it is. What a guise is never changes. Beside it stands where its
 * rows have led so far: that does change, and the reader who comes from an earlier time can tell.
 */
final class Guises {

    /** Of the first guise of a member its number, of all others the complement of that. */
    private final IntColumn member;

    private final IntColumn profile;

    /** Null for a unit whose members are not against anybody. */
    private final @Nullable IntColumn person;

    private final DayColumn reported;
    private final DayColumn referred;

    /** The next guise of the same member, once there is one; else {@link Rows#NONE}. */
    private final IntColumn next = new IntColumn();

    private final IntColumn lastRow = new IntColumn();

    /** The last day of any row, as its code; with {@link #DISORDER} once some row did not go on from where the one before had led. */
    private final IntColumn lastDay = new IntColumn();

    private final IntColumn lastState = new IntColumn();

    private static final int DISORDER = 1 << Character.SIZE;

    private final Extremes reportedInChunks = new Extremes();

    /** By member; written once. */
    private final IntColumn firstOfMember = new IntColumn();

    /** @param ofPersons whether some may be against a person */
    Guises(boolean ofPersons) {
        this(new IntColumn(), new IntColumn(), ofPersons ? new IntColumn() : null, new DayColumn(), new DayColumn());
    }

    private Guises(
            IntColumn member, IntColumn profile, @Nullable IntColumn person, DayColumn reported, DayColumn referred) {
        this.member = member;
        this.profile = profile;
        this.person = person;
        this.reported = reported;
        this.referred = referred;
    }

    int size() {
        return next.size();
    }

    int numberOf(int ofMember, int inProfile, int ofPerson, int reportedOn, int referredOn) {
        int first = ofMember < firstOfMember.size() ? firstOfMember.get(ofMember) : Rows.NONE;
        for (int guise = first; guise != Rows.NONE; guise = next.get(guise)) {
            if (profile.get(guise) == inProfile
                    && person(guise) == ofPerson
                    && reported.get(guise) == reportedOn
                    && referred.get(guise) == referredOn) {
                return guise;
            }
        }
        member.append(first == Rows.NONE ? ofMember : ~ofMember);
        profile.append(inProfile);
        if (person != null) {
            person.append(ofPerson);
        }
        reported.append(reportedOn);
        referred.append(referredOn);
        add(ofMember);
        return size() - 1;
    }

    private void add(int ofMember) {
        int guise = size();
        reportedInChunks.meet(guise, reported.get(guise));
        while (ofMember >= firstOfMember.size()) {
            firstOfMember.append(Rows.NONE);
        }
        lastRow.append(Rows.NONE);
        lastDay.append(Days.EARLIER);
        lastState.append(0);
        next.append(Rows.NONE);
        link(ofMember, guise);
    }

    private void link(int ofMember, int guise) {
        if (firstOfMember.get(ofMember) == Rows.NONE) {
            firstOfMember.set(ofMember, guise);
            return;
        }
        int last = firstOfMember.get(ofMember);
        while (next.get(last) != Rows.NONE) {
            last = next.get(last);
        }
        next.set(last, guise);
    }

    /** A row has been added. Who sees what it led to sees first that there is a later row. */
    void moved(int guise, int row, char day, int from, int to) {
        lastRow.set(guise, row);
        VarHandle.storeStoreFence();
        int before = lastDay.get(guise);
        boolean inOrder = before < DISORDER && day >= before && from == lastState.get(guise);
        lastDay.set(guise, inOrder ? day : DISORDER | Math.max(before & DISORDER - 1, day));
        lastState.set(guise, lastState.get(guise) + to - from);
    }

    int lastRow(int guise) {
        return lastRow.get(guise);
    }

    /**
     * The state of a guise after all of the first rows that are no later than a day; 0 where it is not there. Strays are
     * left aside.
     *
     * @param upTo a day's code
     */
    int stateAt(int guise, int upTo, int size, Rows rows, Moves moves) {
        int state = lastState.get(guise);
        int day = lastDay.get(guise);
        VarHandle.loadLoadFence();
        int row = lastRow.get(guise);
        if (row < size && (day & DISORDER - 1) <= upTo) {
            return state;
        }
        VarHandle.acquireFence();
        return day < DISORDER ? lastUpTo(row, upTo, size, rows, moves) : sumUpTo(row, upTo, size, rows, moves);
    }

    /** Where each row goes on from the one before, the last one that counts tells the state. */
    private static int lastUpTo(int last, int upTo, int size, Rows rows, Moves moves) {
        for (int row = last; row != Rows.NONE; row = rows.previous(row)) {
            if (row < size && rows.day(row) <= upTo) {
                return moves.to(rows.move(row));
            }
        }
        return 0;
    }

    /** Whether no row changes a guise after a day, nor any that is not among the first. */
    boolean isSettled(int guise, int upTo, int size) {
        return lastRow.get(guise) < size && (lastDay.get(guise) & DISORDER - 1) <= upTo;
    }

    private static int sumUpTo(int last, int upTo, int size, Rows rows, Moves moves) {
        int state = 0;
        for (int row = last; row != Rows.NONE; row = rows.previous(row)) {
            if (row < size && rows.day(row) <= upTo) {
                int move = rows.move(row);
                state += moves.to(move) - moves.from(move);
            }
        }
        return state;
    }

    int member(int guise) {
        int of = member.get(guise);
        return of < 0 ? ~of : of;
    }

    /** Whether a guise is the first of its member. */
    boolean isFirst(int guise) {
        return member.get(guise) >= 0;
    }

    /** The first guise of a guise's member. */
    int firstOf(int guise) {
        return isFirst(guise) ? guise : firstOfMember.get(member(guise));
    }

    /** The next guise of the same member, of the first {@code size} guises; or {@link Rows#NONE}. */
    int next(int guise, int size) {
        int after = next.get(guise);
        return after < size ? after : Rows.NONE;
    }

    int profile(int guise) {
        return profile.get(guise);
    }

    int[] profiles(int chunk) {
        return profile.chunk(chunk);
    }

    /** Or {@link UnitState#NOBODY}. */
    int person(int guise) {
        return person == null ? UnitState.NOBODY : person.get(guise);
    }

    int reported(int guise) {
        return reported.get(guise);
    }

    int referred(int guise) {
        return referred.get(guise);
    }

    boolean isWithin(Window window, int guise) {
        return window.admits(reported.get(guise), referred.get(guise));
    }

    Extremes reportedInChunks() {
        return reportedInChunks;
    }

    DayColumn daysReported() {
        return reported;
    }

    DayColumn daysReferred() {
        return referred;
    }

    void save(int size, SaveStream out) throws IOException {
        out.number(size);
        member.save(size, out);
        profile.save(size, out);
        if (person != null) {
            person.save(size, out);
        }
        reported.save(size, out);
        referred.save(size, out);
    }

    /** What was saved; {@link #join} is to follow, and where rows have led is to be told anew. */
    static Guises load(boolean ofPersons, LoadStream in) throws IOException {
        int size = in.number();
        return new Guises(
                IntColumn.load(size, in),
                IntColumn.load(size, in),
                ofPersons ? IntColumn.load(size, in) : null,
                DayColumn.load(size, in),
                DayColumn.load(size, in));
    }

    /** Joins what was loaded with its members. */
    void join() {
        for (int guise = 0; guise < member.size(); guise++) {
            add(member(guise));
        }
    }
}
