package org.conductregister.query.statistics.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.util.function.IntConsumer;
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
 * The versions of the members of one unit, numbered in the order added: a slowly changing dimension of type 2. A version is a
 * member while its fixed dimensions, its person and its days stay as they are; these never change. The versions of a member
 * are linked from the first to the last.
 *
 * <p>Beside them stands the state that each version has reached by its last row, so that its state at a late day need not be
 * added up. This is changed in place: see {@link #advance} and {@link View#stateAt} for the protocol that lets readers tell.
 *
 * <p>One thread adds; any thread may read a {@link View}. About 30 bytes a version.
 */
public final class MemberVersions {

    /** In place of a version or row: there is none. */
    public static final int NONE = -1;

    /** Added to {@link #lastDay} once a row of the version did not continue from the state and day of the row before. */
    private static final int OUT_OF_ORDER = 1 << Character.SIZE;

    private static final int DAY = OUT_OF_ORDER - 1;

    private static final char NOT_REPORTED = DayCode.code(UnitState.NOT_REPORTED);

    /** The member of its first version; the bitwise complement of the member of every other version. */
    private final IntColumn member;

    private final IntColumn profile;

    /** Null for a unit whose members are not against anybody. */
    private final @Nullable IntColumn person;

    private final DayColumn reported;
    private final DayColumn referred;

    /** The next version of the same member, or {@link #NONE}; set once. */
    private final IntColumn next = new IntColumn();

    /** By row, the row before of the same version, or {@link #NONE}. */
    private final IntColumn previousRow = new IntColumn();

    /** By version, as are those that follow. */
    private final IntColumn lastRow = new IntColumn();

    /** The code of the latest day of any row, with {@link #OUT_OF_ORDER}. */
    private final IntColumn lastDay = new IntColumn();

    private final IntColumn lastState = new IntColumn();
    private final ZoneMap reportedByChunk = new ZoneMap();

    /** By member, its first version, or {@link #NONE}; set once. */
    private final IntColumn firstVersion = new IntColumn();

    /** @param withPersons whether members may be against a person */
    MemberVersions(boolean withPersons) {
        this(new IntColumn(), new IntColumn(), withPersons ? new IntColumn() : null, new DayColumn(), new DayColumn());
    }

    private MemberVersions(
            IntColumn member, IntColumn profile, @Nullable IntColumn person, DayColumn reported, DayColumn referred) {
        this.member = member;
        this.profile = profile;
        this.person = person;
        this.reported = reported;
        this.referred = referred;
    }

    /** The number of versions. */
    int size() {
        return next.size();
    }

    /**
     * The number of a version, which is added if it is new; O(versions of the member).
     *
     * @param person {@link UnitState#NOBODY} where none is identified
     * @param reported as days since 1970-01-01
     * @param referred likewise, or {@link UnitState#NOT_REFERRED}
     */
    int numberOf(int member, int profile, int person, int reported, int referred) {
        int first = member < firstVersion.size() ? firstVersion.get(member) : NONE;
        for (int version = first; version != NONE; version = next.get(version)) {
            if (this.profile.get(version) == profile
                    && person(version) == person
                    && this.reported.get(version) == reported
                    && this.referred.get(version) == referred) {
                return version;
            }
        }
        this.member.append(first == NONE ? member : ~member);
        this.profile.append(profile);
        if (this.person != null) {
            this.person.append(person);
        }
        this.reported.append(reported);
        this.referred.append(referred);
        link(member);
        return size() - 1;
    }

    private int person(int version) {
        return person == null ? UnitState.NOBODY : person.get(version);
    }

    /** Links the version with the lowest number that is not linked yet. */
    private void link(int member) {
        int version = size();
        reportedByChunk.add(version, reported.get(version));
        while (member >= firstVersion.size()) {
            firstVersion.append(NONE);
        }
        lastRow.append(NONE);
        lastDay.append(DayCode.EARLIER);
        lastState.append(UnitState.NOT_THERE);
        next.append(NONE);
        int last = firstVersion.get(member);
        if (last == NONE) {
            firstVersion.set(member, version);
            return;
        }
        while (next.get(last) != NONE) {
            last = next.get(last);
        }
        next.set(last, version);
    }

    /**
     * Takes note of the next row of the unit, which is the new last row of a version; O(1). The row is written before the
     * day and the state: a reader who reads them in the opposite order, and sees a new day or state, sees the new row too.
     */
    void advance(int version, char day, int from, int to) {
        int row = previousRow.size();
        previousRow.append(lastRow.get(version));
        VarHandle.releaseFence();
        lastRow.set(version, row);
        VarHandle.storeStoreFence();
        int before = lastDay.get(version);
        boolean inOrder = before < OUT_OF_ORDER && day >= before && from == lastState.get(version);
        lastDay.set(version, inOrder ? day : OUT_OF_ORDER | Math.max(before & DAY, day));
        lastState.set(version, lastState.get(version) + to - from);
    }

    /** The profile of a version. */
    int profile(int version) {
        return profile.get(version);
    }

    /** The day on which a version was reported, as days since 1970-01-01. */
    int reported(int version) {
        return reported.get(version);
    }

    /** A view of all versions. */
    View view() {
        return new View(this);
    }

    /** Reads what {@link View#save} wrote; {@link #rebuildDerived} must follow, and {@link #advance} for each row. */
    static MemberVersions load(boolean withPersons, LoadStream in) throws IOException {
        int size = in.readInt();
        return new MemberVersions(
                IntColumn.load(size, in),
                IntColumn.load(size, in),
                withPersons ? IntColumn.load(size, in) : null,
                DayColumn.load(size, in),
                DayColumn.load(size, in));
    }

    /** Links the versions that were loaded. */
    void rebuildDerived() {
        for (int version = 0; version < member.size(); version++) {
            int number = member.get(version);
            link(number < 0 ? ~number : number);
        }
    }

    /** The first {@link #size()} versions. Reads are O(1) unless said otherwise. */
    public static final class View {

        private final int size;
        private final IntColumn.View member;
        private final IntColumn.View profile;
        private final IntColumn.@Nullable View person;
        private final DayColumn.View reported;
        private final DayColumn.View referred;
        private final IntColumn.View next;

        /** Not limited to a size: from the last row there is, {@link #stateAt} goes back past those that are not known. */
        private final IntColumn previousRow;

        private final IntColumn.View lastRow;
        private final IntColumn.View lastDay;
        private final IntColumn.View lastState;
        private final IntColumn.View firstVersion;
        private final ZoneMap.View reportedByChunk;

        private View(MemberVersions versions) {
            this.size = versions.size();
            this.member = versions.member.view();
            this.profile = versions.profile.view();
            this.person = versions.person == null ? null : versions.person.view();
            this.reported = versions.reported.view(size);
            this.referred = versions.referred.view(size);
            this.next = versions.next.view();
            this.previousRow = versions.previousRow;
            this.lastRow = versions.lastRow.view();
            this.lastDay = versions.lastDay.view();
            this.lastState = versions.lastState.view();
            this.firstVersion = versions.firstVersion.view();
            this.reportedByChunk = versions.reportedByChunk.view();
        }

        /** The number of versions. */
        public int size() {
            return size;
        }

        /** The member that a version is of. */
        public int member(int version) {
            int number = member.get(version);
            return number < 0 ? ~number : number;
        }

        /** Whether a version is the first of its member. */
        public boolean isFirst(int version) {
            return member.get(version) >= 0;
        }

        /** The first version of the member that a version is of. */
        public int firstOf(int version) {
            return isFirst(version) ? version : firstVersion.get(member(version));
        }

        /** The next version of the same member, or -1 for the last. */
        public int next(int version) {
            int after = next.get(version);
            return after < size ? after : NONE;
        }

        /** The number of a version's values of the fixed dimensions. */
        public int profile(int version) {
            return profile.get(version);
        }

        /** The profiles of a chunk of versions, as {@link IntColumn.View#chunk}. */
        public int[] profiles(int chunk) {
            return profile.chunk(chunk);
        }

        /** The number of the person that a version is against, or {@link UnitState#NOBODY}. */
        public int person(int version) {
            return person == null ? UnitState.NOBODY : person.get(version);
        }

        /** The persons of a chunk of versions, as {@link IntColumn.View#chunk}; of allegations only. */
        public int[] persons(int chunk) {
            return requireNonNull(person).chunk(chunk);
        }

        /** The day on which a version was reported, as days since 1970-01-01. */
        public int reported(int version) {
            return reported.get(version);
        }

        /** The day on which a version was referred, as days since 1970-01-01, or {@link UnitState#NOT_REFERRED}. */
        public int referred(int version) {
            return referred.get(version);
        }

        /** The days on which versions were reported. */
        public DayColumn.View reported() {
            return reported;
        }

        /** The days on which versions were referred. */
        public DayColumn.View referred() {
            return referred;
        }

        /** The earliest and latest day reported in each chunk of versions, as days since 1970-01-01. */
        public ZoneMap.View reportedByChunk() {
            return reportedByChunk;
        }

        /**
         * The state of a version after those rows that are known and no later than a day. O(1) where the version was reported
         * later or its last row is one of them, else O(rows of the version).
         *
         * @param upTo a {@link DayCode}; rows count by the codes of their days
         * @param known the number of rows known
         * @return {@link UnitState#NOT_THERE} where the version does not exist then
         */
        int stateAt(int version, int upTo, int known, PointTable.View rows, TransitionDictionary.View transitions) {
            if (isLater(version, upTo)) {
                return UnitState.NOT_THERE;
            }
            int state = lastState.get(version);
            int day = lastDay.get(version);
            VarHandle.loadLoadFence();
            int row = lastRow.get(version);
            if (row < known && (day & DAY) <= upTo) {
                return state;
            }
            VarHandle.acquireFence();
            return day < OUT_OF_ORDER
                    ? lastUpTo(row, upTo, known, rows, transitions)
                    : sumUpTo(row, upTo, known, rows, transitions);
        }

        /** In order, so the last transition that counts ends in the state. */
        private int lastUpTo(
                int last, int upTo, int known, PointTable.View rows, TransitionDictionary.View transitions) {
            for (int row = last; row != NONE; row = previousRow.get(row)) {
                if (row < known && rows.day(row) <= upTo) {
                    return transitions.to(rows.transition(row));
                }
            }
            return UnitState.NOT_THERE;
        }

        /** Out of order, the differences of all transitions that count add up to the state. */
        private int sumUpTo(
                int last, int upTo, int known, PointTable.View rows, TransitionDictionary.View transitions) {
            int state = UnitState.NOT_THERE;
            for (int row = last; row != NONE; row = previousRow.get(row)) {
                if (row < known && rows.day(row) <= upTo) {
                    int transition = rows.transition(row);
                    state += transitions.to(transition) - transitions.from(transition);
                }
            }
            return state;
        }

        /** Calls an action with each row of a version that is known, the last first; O(rows of the version). */
        void forEachRow(int version, int known, IntConsumer action) {
            int last = lastRow.get(version);
            VarHandle.acquireFence();
            for (int row = last; row != NONE; row = previousRow.get(row)) {
                if (row < known) {
                    action.accept(row);
                }
            }
        }

        /** Whether a version was reported later than a day, so that all its rows are; false where it was not reported. */
        boolean isLater(int version, int upTo) {
            char day = reported.code(version);
            return day > upTo && day != NOT_REPORTED;
        }

        /** Whether {@link #isLater} surely holds for each version of a chunk of {@link IntColumn#CHUNK}; O(1). */
        boolean areAllLater(int chunk, int upTo) {
            return DayCode.code(reportedByChunk.lowest(chunk)) > Math.max(upTo, NOT_REPORTED);
        }

        /** Whether no row of a version is later than a day, or not known: {@link #stateAt} is O(1) then. */
        boolean isSettled(int version, int upTo, int known) {
            return lastRow.get(version) < known && (lastDay.get(version) & DAY) <= upTo;
        }

        /** Writes the versions, without their last rows; O(n). */
        void save(SaveStream out) throws IOException {
            out.writeInt(size);
            member.save(out);
            profile.save(out);
            if (person != null) {
                person.save(out);
            }
            reported.save(out);
            referred.save(out);
        }
    }
}
