package org.conductregister.query.statistics.index;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.paths.UnitState;

/**
 * Days since 1970-01-01, in two bytes each as {@link Days} has them; the few without a code are written beside. One
 * thread appends; who has been told of a size reads what lies before it.
 */
final class DayColumn {

    /** The one day without a code that takes no room beside: that of what has not happened. */
    private static final int NEVER = UnitState.NOT_REFERRED;

    private final CharColumn codes;
    private final Beside uncoded;

    DayColumn() {
        this(new CharColumn(), new Beside());
    }

    private DayColumn(CharColumn codes, Beside uncoded) {
        this.codes = codes;
        this.uncoded = uncoded;
    }

    void append(int day) {
        if (!Days.hasCode(day) && day != NEVER) {
            uncoded.add(codes.size(), day);
        }
        codes.append(Days.code(day));
    }

    int get(int place) {
        return day(codes.get(place), place);
    }

    char code(int place) {
        return codes.get(place);
    }

    /** The codes of a chunk, for loops; {@link #day} says what they stand for. */
    char[] chunk(int number) {
        return codes.chunk(number);
    }

    int day(char code, int place) {
        return code == Days.EARLIER || code == Days.LATER ? uncoded.find(place, NEVER) : Days.day(code);
    }

    /** The days without a code, by their places. */
    Beside uncoded() {
        return uncoded;
    }

    void save(int size, SaveStream out) throws IOException {
        codes.save(size, out);
        uncoded.save(size, out);
    }

    static DayColumn load(int size, LoadStream in) throws IOException {
        return new DayColumn(CharColumn.load(size, in), Beside.load(in));
    }
}
