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

    private final IntColumn position;
    private final CharColumn day;
    private final IntColumn guise;
    private final IntColumn move;
    private final IntColumn previous;

    private final Extremes guisesOfChunks = new Extremes();
    private final Extremes daysOfChunks = new Extremes();
    private final Extremes reportedInChunks = new Extremes();

    /** Those whose day has no code, and their days, in order. */
    private final IntColumn strayRows;

    private final IntColumn strayDays;

    Rows() {
        this(
                new IntColumn(),
                new CharColumn(),
                new IntColumn(),
                new IntColumn(),
                new IntColumn(),
                new IntColumn(),
                new IntColumn());
    }

    private Rows(
            IntColumn position,
            CharColumn day,
            IntColumn guise,
            IntColumn move,
            IntColumn previous,
            IntColumn strayRows,
            IntColumn strayDays) {
        this.position = position;
        this.day = day;
        this.guise = guise;
        this.move = move;
        this.previous = previous;
        this.strayRows = strayRows;
        this.strayDays = strayDays;
    }

    /**
     * @param reported of the guise
     * @param previousOfGuise the row before of the same guise, or {@link #NONE}
     */
    void append(int atPosition, int onDay, int ofGuise, int reported, int asMove, int previousOfGuise) {
        if (!Days.hasCode(onDay)) {
            strayRows.append(size());
            strayDays.append(onDay);
        }
        position.append(atPosition);
        day.append(Days.code(onDay));
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
        return day.get(row);
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

    char[] days(int chunk) {
        return day.chunk(chunk);
    }

    int[] guises(int chunk) {
        return guise.chunk(chunk);
    }

    int[] moves(int chunk) {
        return move.chunk(chunk);
    }

    /** How many of the first {@code size} rows come from entries up to a position. */
    int sizeAt(long lastPosition, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (position.get(middle) <= lastPosition) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
        for (int i = 0; i < strayRows.size() && strayRows.get(i) < size; i++) {
            int onDay = strayDays.get(i);
            if (onDay <= asAt && Days.code(onDay) > Days.upTo(asAt)) {
                action.accept(strayRows.get(i));
            }
        }
    }

    void save(int size, SaveStream out) throws IOException {
        int strays = 0;
        while (strays < strayRows.size() && strayRows.get(strays) < size) {
            strays++;
        }
        out.number(size);
        out.number(strays);
        position.save(size, out);
        day.save(size, out);
        guise.save(size, out);
        move.save(size, out);
        strayRows.save(strays, out);
        strayDays.save(strays, out);
    }

    /** What was saved, joined up again with its guises. */
    static Rows load(LoadStream in, Moves moves, Guises guises) throws IOException {
        int size = in.number();
        int strays = in.number();
        var rows = new Rows(
                IntColumn.load(size, in),
                CharColumn.load(size, in),
                IntColumn.load(size, in),
                IntColumn.load(size, in),
                new IntColumn(),
                IntColumn.load(strays, in),
                IntColumn.load(strays, in));
        for (int row = 0; row < size; row++) {
            int guise = rows.guise.get(row);
            int move = rows.move.get(row);
            rows.previous.append(guises.lastRow(guise));
            rows.meet(row, guise, rows.day.get(row), guises.reported(guise));
            guises.moved(guise, row, rows.day.get(row), moves.from(move), moves.to(move));
        }
        return rows;
    }
}
