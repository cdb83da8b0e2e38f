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

    /** The places of the days without a code, ascending, and those days. */
    private final IntColumn places;

    private final IntColumn days;

    DayColumn() {
        this(new CharColumn(), new IntColumn(), new IntColumn());
    }

    private DayColumn(CharColumn codes, IntColumn places, IntColumn days) {
        this.codes = codes;
        this.places = places;
        this.days = days;
    }

    void append(int day) {
        if (!Days.hasCode(day) && day != NEVER) {
            days.append(day);
            places.append(codes.size());
        }
        codes.append(Days.code(day));
    }

    int get(int place) {
        return day(codes.get(place), place);
    }

    /** The codes of a chunk, for loops; {@link #day} says what they stand for. */
    char[] chunk(int number) {
        return codes.chunk(number);
    }

    int day(char code, int place) {
        return code == Days.EARLIER || code == Days.LATER ? beside(place) : Days.day(code);
    }

    private int beside(int place) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (places.get(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < places.size() && places.get(low) == place ? days.get(low) : NEVER;
    }

    void save(int size, SaveStream out) throws IOException {
        int beside = 0;
        while (beside < places.size() && places.get(beside) < size) {
            beside++;
        }
        codes.save(size, out);
        out.number(beside);
        places.save(beside, out);
        days.save(beside, out);
    }

    static DayColumn load(int size, LoadStream in) throws IOException {
        var codes = CharColumn.load(size, in);
        int beside = in.number();
        return new DayColumn(codes, IntColumn.load(beside, in), IntColumn.load(beside, in));
    }
}
