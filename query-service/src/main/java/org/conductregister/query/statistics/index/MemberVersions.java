package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.DayColumn;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.column.ZoneMap;
import org.conductregister.query.statistics.path.UnitState;
import org.jspecify.annotations.Nullable;

/**
 * Members, while what does not change by itself stays as it is. What a version is never changes. Overflow it stands where its
 * rows have led so far: that does change, and the reader who comes from an earlier time can tell.
 */
public final class MemberVersions {

    /** Of the first version of a member its number, of all others the complement of that. */
    private final IntColumn member;

    private final IntColumn profile;

    /** Null for a unit whose members are not against anybody. */
    private final @Nullable IntColumn person;

    private final DayColumn reported;
    private final DayColumn referred;

    /** The next version of the same member, once there is one; else {@link PointTable#NONE}. */
    private final IntColumn next = new IntColumn();

    private final IntColumn lastRow = new IntColumn();

    /** The last day of any row, as its code; with {@link #DISORDER} once some row did not go on from where the one before had led. */
    private final IntColumn lastDay = new IntColumn();

    private final IntColumn lastState = new IntColumn();

    private static final int DISORDER = 1 << Character.SIZE;

    private final ZoneMap reportedInChunks = new ZoneMap();

    /** By member; written once. */
    private final IntColumn firstOfMember = new IntColumn();

    /** @param ofPersons whether some may be against a person */
    MemberVersions(boolean ofPersons) {
        this(new IntColumn(), new IntColumn(), ofPersons ? new IntColumn() : null, new DayColumn(), new DayColumn());
    }

    private MemberVersions(
            IntColumn member, IntColumn profile, @Nullable IntColumn person, DayColumn reported, DayColumn referred) {
        this.member = member;
        this.profile = profile;
        this.person = person;
        this.reported = reported;
        this.referred = referred;
    }

    public int size() {
        return next.size();
    }

    int numberOf(int ofMember, int inProfile, int ofPerson, int reportedOn, int referredOn) {
        int first = ofMember < firstOfMember.size() ? firstOfMember.get(ofMember) : PointTable.NONE;
        for (int version = first; version != PointTable.NONE; version = next.get(version)) {
            if (profile.get(version) == inProfile
                    && person(version) == ofPerson
                    && reported.get(version) == reportedOn
                    && referred.get(version) == referredOn) {
                return version;
            }
        }
        member.append(first == PointTable.NONE ? ofMember : ~ofMember);
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
        int version = size();
        reportedInChunks.meet(version, reported.get(version));
        while (ofMember >= firstOfMember.size()) {
            firstOfMember.append(PointTable.NONE);
        }
        lastRow.append(PointTable.NONE);
        lastDay.append(DayCode.EARLIER);
        lastState.append(0);
        next.append(PointTable.NONE);
        link(ofMember, version);
    }

    private void link(int ofMember, int version) {
        if (firstOfMember.get(ofMember) == PointTable.NONE) {
            firstOfMember.set(ofMember, version);
            return;
        }
        int last = firstOfMember.get(ofMember);
        while (next.get(last) != PointTable.NONE) {
            last = next.get(last);
        }
        next.set(last, version);
    }

    /** A row has been added. Who sees what it led to sees first that there is a later row. */
    void moved(int version, int row, char day, int from, int to) {
        lastRow.set(version, row);
        VarHandle.storeStoreFence();
        int before = lastDay.get(version);
        boolean inOrder = before < DISORDER && day >= before && from == lastState.get(version);
        lastDay.set(version, inOrder ? day : DISORDER | Math.max(before & DISORDER - 1, day));
        lastState.set(version, lastState.get(version) + to - from);
    }

    int lastRow(int version) {
        return lastRow.get(version);
    }

    /**
     * The state of a version after all of the first rows that are no later than a day; 0 where it is not there. Strays are
     * left aside.
     *
     * @param upTo a day's code
     */
    public int stateAt(int version, int upTo, int size, PointTable rows, TransitionDictionary transitions) {
        int state = lastState.get(version);
        int day = lastDay.get(version);
        VarHandle.loadLoadFence();
        int row = lastRow.get(version);
        if (row < size && (day & DISORDER - 1) <= upTo) {
            return state;
        }
        VarHandle.acquireFence();
        return day < DISORDER
                ? lastUpTo(row, upTo, size, rows, transitions)
                : sumUpTo(row, upTo, size, rows, transitions);
    }

    /** Where each row goes on from the one before, the last one that counts tells the state. */
    private static int lastUpTo(int last, int upTo, int size, PointTable rows, TransitionDictionary transitions) {
        for (int row = last; row != PointTable.NONE; row = rows.previous(row)) {
            if (row < size && rows.day(row) <= upTo) {
                return transitions.to(rows.transition(row));
            }
        }
        return 0;
    }

    /** Whether no row changes a version after a day, nor any that is not among the first. */
    public boolean isSettled(int version, int upTo, int size) {
        return lastRow.get(version) < size && (lastDay.get(version) & DISORDER - 1) <= upTo;
    }

    private static int sumUpTo(int last, int upTo, int size, PointTable rows, TransitionDictionary transitions) {
        int state = 0;
        for (int row = last; row != PointTable.NONE; row = rows.previous(row)) {
            if (row < size && rows.day(row) <= upTo) {
                int transition = rows.transition(row);
                state += transitions.to(transition) - transitions.from(transition);
            }
        }
        return state;
    }

    public int member(int version) {
        int of = member.get(version);
        return of < 0 ? ~of : of;
    }

    /** Whether a version is the first of its member. */
    public boolean isFirst(int version) {
        return member.get(version) >= 0;
    }

    /** The first version of a version's member. */
    public int firstOf(int version) {
        return isFirst(version) ? version : firstOfMember.get(member(version));
    }

    /** The next version of the same member, of the first {@code size} versions; or {@link PointTable#NONE}. */
    public int next(int version, int size) {
        int after = next.get(version);
        return after < size ? after : PointTable.NONE;
    }

    public int profile(int version) {
        return profile.get(version);
    }

    public int[] profiles(int chunk) {
        return profile.chunk(chunk);
    }

    /** Or {@link UnitState#NOBODY}. */
    public int person(int version) {
        return person == null ? UnitState.NOBODY : person.get(version);
    }

    public int reported(int version) {
        return reported.get(version);
    }

    public int referred(int version) {
        return referred.get(version);
    }

    public ZoneMap reportedInChunks() {
        return reportedInChunks;
    }

    public DayColumn daysReported() {
        return reported;
    }

    public DayColumn daysReferred() {
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
    static MemberVersions load(boolean ofPersons, LoadStream in) throws IOException {
        int size = in.number();
        return new MemberVersions(
                IntColumn.load(size, in),
                IntColumn.load(size, in),
                ofPersons ? IntColumn.load(size, in) : null,
                DayColumn.load(size, in),
                DayColumn.load(size, in));
    }

    /** Joins what was loaded with its members. */
    void join() {
        for (int version = 0; version < member.size(); version++) {
            add(member(version));
        }
    }
}
