package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * The points of one unit, in order of position: from the end of a day on, a guise makes a move. A row is never changed.
 * One thread appends; who has been told of a size reads what lies before it.
 */
final class Rows {

    /** Of the first row of a guise: there is none before. */
    static final int NONE = -1;

    private final Positions positions;
    private final DayColumn day;
    private final IntColumn guise;
    private final MoveColumn move;
    private final IntColumn previous;

    private final Extremes guisesOfChunks = new Extremes();
    private final Extremes daysOfChunks = new Extremes();
    private final Extremes reportedInChunks = new Extremes();

    Rows() {
        this(new Positions(), new DayColumn(), new IntColumn(), new MoveColumn(), new IntColumn());
    }

    private Rows(Positions positions, DayColumn day, IntColumn guise, MoveColumn move, IntColumn previous) {
        this.positions = positions;
        this.day = day;
        this.guise = guise;
        this.move = move;
        this.previous = previous;
    }

    /**
     * @param reported of the guise
     * @param previousOfGuise the row before of the same guise, or {@link #NONE}
     */
    void append(int atPosition, int onDay, int ofGuise, int reported, int asMove, int previousOfGuise) {
        positions.append(atPosition);
        day.append(onDay);
        guise.append(ofGuise);
        previous.append(previousOfGuise);
        meet(size(), ofGuise, Days.code(onDay), reported);
        move.append(asMove);
    }

    private void meet(int row, int ofGuise, char onDay, int reported) {
        guisesOfChunks.meet(row, ofGuise);
        daysOfChunks.meet(row, onDay);
        reportedInChunks.meet(row, reported);
    }

    /** The guises that the rows of each chunk are of. */
    Extremes guisesOfChunks() {
        return guisesOfChunks;
    }

    /** As codes. */
    Extremes daysOfChunks() {
        return daysOfChunks;
    }

    /** When the guises that the rows of each chunk are of were reported. */
    Extremes reportedInChunks() {
        return reportedInChunks;
    }

    int size() {
        return move.size();
    }

    char day(int row) {
        return day.code(row);
    }

    int guise(int row) {
        return guise.get(row);
    }

    int move(int row) {
        return move.get(row);
    }

    int previous(int row) {
        return previous.get(row);
    }

    /** The move of a row of a chunk whose {@link #moves} say {@code told} of it. */
    int move(char told, int chunk, int at) {
        return told == MoveColumn.BESIDE ? move.get((chunk << IntColumn.SHIFT) + at) : told;
    }

    char[] days(int chunk) {
        return day.chunk(chunk);
    }

    int[] guises(int chunk) {
        return guise.chunk(chunk);
    }

    /** As of {@link MoveColumn#chunk}. */
    char[] moves(int chunk) {
        return move.chunk(chunk);
    }

    /** How many of the first {@code size} rows come from entries up to a position. */
    int sizeAt(long lastPosition, int size) {
        return positions.sizeAt(lastPosition, size);
    }

    /**
     * The rows without a code for their day that are no later than a day although {@link Days#upTo} does not reach them.
     *
     * @param asAt as days since 1970-01-01
     */
    void forEachStray(int size, int asAt, IntConsumer action) {
        if (Days.hasCode(asAt)) {
            return;
        }
        var strays = day.uncoded();
        int count = strays.firstFrom(size);
        for (int i = 0; i < count; i++) {
            int onDay = strays.number(i);
            if (onDay <= asAt && Days.code(onDay) > Days.upTo(asAt)) {
                action.accept(strays.place(i));
            }
        }
    }

    void save(int size, SaveStream out) throws IOException {
        out.number(size);
        positions.save(size, out);
        day.save(size, out);
        guise.save(size, out);
        move.save(size, out);
    }

    /** What was saved; {@link #join} is to follow. */
    static Rows load(LoadStream in) throws IOException {
        int size = in.number();
        return new Rows(
                Positions.load(in),
                DayColumn.load(size, in),
                IntColumn.load(size, in),
                MoveColumn.load(size, in),
                new IntColumn());
    }

    /** Joins what was loaded with its guises, which are joined up already. */
    void join(Moves moves, Guises guises) {
        positions.join();
        for (int row = 0; row < size(); row++) {
            int ofGuise = guise.get(row);
            int asMove = move.get(row);
            previous.append(guises.lastRow(ofGuise));
            meet(row, ofGuise, day.code(row), guises.reported(ofGuise));
            guises.moved(ofGuise, row, day.code(row), moves.from(asMove), moves.to(asMove));
        }
    }
}
