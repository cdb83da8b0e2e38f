package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.DayColumn;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.column.RankSelectBits;
import org.conductregister.query.statistics.column.TransitionColumn;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.column.ZoneMap;

/**
 * The points of one unit, in order of position: from the end of a day on, a version makes a transition. A row is never changed.
 * One thread appends; who has been told of a size reads what lies before it.
 */
public final class PointTable {

    /** Of the first row of a version: there is none before. */
    public static final int NONE = -1;

    private final RankSelectBits positions;
    private final DayColumn day;
    private final IntColumn version;
    private final TransitionColumn transition;
    private final IntColumn previous;

    private final ZoneMap versionsOfChunks = new ZoneMap();
    private final ZoneMap daysOfChunks = new ZoneMap();
    private final ZoneMap reportedInChunks = new ZoneMap();

    PointTable() {
        this(new RankSelectBits(), new DayColumn(), new IntColumn(), new TransitionColumn(), new IntColumn());
    }

    private PointTable(
            RankSelectBits positions,
            DayColumn day,
            IntColumn version,
            TransitionColumn transition,
            IntColumn previous) {
        this.positions = positions;
        this.day = day;
        this.version = version;
        this.transition = transition;
        this.previous = previous;
    }

    /**
     * @param reported of the version
     * @param previousOfVersion the row before of the same version, or {@link #NONE}
     */
    void append(int atPosition, int onDay, int ofVersion, int reported, int ofTransition, int previousOfVersion) {
        positions.append(atPosition);
        day.append(onDay);
        version.append(ofVersion);
        previous.append(previousOfVersion);
        meet(size(), ofVersion, DayCode.code(onDay), reported);
        transition.append(ofTransition);
    }

    private void meet(int row, int ofVersion, char onDay, int reported) {
        versionsOfChunks.meet(row, ofVersion);
        daysOfChunks.meet(row, onDay);
        reportedInChunks.meet(row, reported);
    }

    /** The versions that the rows of each chunk are of. */
    public ZoneMap versionsOfChunks() {
        return versionsOfChunks;
    }

    /** As codes. */
    public ZoneMap daysOfChunks() {
        return daysOfChunks;
    }

    /** When the versions that the rows of each chunk are of were reported. */
    public ZoneMap reportedInChunks() {
        return reportedInChunks;
    }

    int size() {
        return transition.size();
    }

    public char day(int row) {
        return day.code(row);
    }

    public int version(int row) {
        return version.get(row);
    }

    public int transition(int row) {
        return transition.get(row);
    }

    int previous(int row) {
        return previous.get(row);
    }

    /** The transition of a row of a chunk whose {@link #transitions} say {@code told} of it. */
    public int transition(char told, int chunk, int at) {
        return told == TransitionColumn.BESIDE ? transition.get((chunk << IntColumn.SHIFT) + at) : told;
    }

    public char[] days(int chunk) {
        return day.chunk(chunk);
    }

    public int[] versions(int chunk) {
        return version.chunk(chunk);
    }

    /** As of {@link TransitionColumn#chunk}. */
    public char[] transitions(int chunk) {
        return transition.chunk(chunk);
    }

    /** How many of the first {@code size} rows come from entries up to a position. */
    int sizeAt(long lastPosition, int size) {
        return positions.sizeAt(lastPosition, size);
    }

    /**
     * The rows without a code for their day that are no later than a day although {@link DayCode#upTo} does not reach them.
     *
     * @param asAt as days since 1970-01-01
     */
    public void forEachStray(int size, int asAt, IntConsumer action) {
        if (DayCode.hasCode(asAt)) {
            return;
        }
        var strays = day.uncoded();
        int count = strays.firstFrom(size);
        for (int i = 0; i < count; i++) {
            int onDay = strays.number(i);
            if (onDay <= asAt && DayCode.code(onDay) > DayCode.upTo(asAt)) {
                action.accept(strays.place(i));
            }
        }
    }

    void save(int size, SaveStream out) throws IOException {
        out.number(size);
        positions.save(size, out);
        day.save(size, out);
        version.save(size, out);
        transition.save(size, out);
    }

    /** What was saved; {@link #join} is to follow. */
    static PointTable load(LoadStream in) throws IOException {
        int size = in.number();
        return new PointTable(
                RankSelectBits.load(in),
                DayColumn.load(size, in),
                IntColumn.load(size, in),
                TransitionColumn.load(size, in),
                new IntColumn());
    }

    /** Joins what was loaded with its versions, which are joined up already. */
    void join(TransitionDictionary transitions, MemberVersions versions) {
        positions.join();
        for (int row = 0; row < size(); row++) {
            int ofVersion = version.get(row);
            int ofTransition = transition.get(row);
            previous.append(versions.lastRow(ofVersion));
            meet(row, ofVersion, day.code(row), versions.reported(ofVersion));
            versions.moved(ofVersion, row, day.code(row), transitions.from(ofTransition), transitions.to(ofTransition));
        }
    }
}
