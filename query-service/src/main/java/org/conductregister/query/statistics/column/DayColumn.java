package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.path.UnitState;

/**
 * DayCode since 1970-01-01, in two bytes each as {@link DayCode} has them; the few without a code are written beside. One
 * thread appends; who has been told of a size reads what lies before it.
 */
public final class DayColumn {

    /** The one day without a code that takes no room beside: that of what has not happened. */
    private static final int NEVER = UnitState.NOT_REFERRED;

    private final CharColumn codes;
    private final Overflow uncoded;

    public DayColumn() {
        this(new CharColumn(), new Overflow());
    }

    private DayColumn(CharColumn codes, Overflow uncoded) {
        this.codes = codes;
        this.uncoded = uncoded;
    }

    public void append(int day) {
        if (!DayCode.hasCode(day) && day != NEVER) {
            uncoded.add(codes.size(), day);
        }
        codes.append(DayCode.code(day));
    }

    public int get(int place) {
        return day(codes.get(place), place);
    }

    public char code(int place) {
        return codes.get(place);
    }

    /** The codes of a chunk, for loops; {@link #day} says what they stand for. */
    public char[] chunk(int number) {
        return codes.chunk(number);
    }

    public int day(char code, int place) {
        return code == DayCode.EARLIER || code == DayCode.LATER ? uncoded.find(place, NEVER) : DayCode.day(code);
    }

    /** The days without a code, by their places. */
    public Overflow uncoded() {
        return uncoded;
    }

    public void save(int size, SaveStream out) throws IOException {
        codes.save(size, out);
        uncoded.save(size, out);
    }

    public static DayColumn load(int size, LoadStream in) throws IOException {
        return new DayColumn(CharColumn.load(size, in), Overflow.load(in));
    }
}
