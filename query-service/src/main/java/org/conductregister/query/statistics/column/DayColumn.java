package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * A growing list of days, as days since 1970-01-01, in two bytes each: a {@link DayCode}, and an {@link Overflow} entry for
 * each day before 1900 or after {@code DayCode}'s last. One thread appends; any thread may read a {@link View}.
 */
public final class DayColumn {

    /** Stands for no day, later than any other. It has no code of its own, but needs no overflow entry either. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final CharColumn codes;
    private final Overflow uncoded;

    public DayColumn() {
        this(new CharColumn(), new Overflow());
    }

    private DayColumn(CharColumn codes, Overflow uncoded) {
        this.codes = codes;
        this.uncoded = uncoded;
    }

    /**
     * Appends a day.
     *
     * @param day as days since 1970-01-01, or {@link #NEVER}
     */
    public void append(int day) {
        if (!DayCode.hasCode(day) && day != NEVER) {
            uncoded.add(codes.size(), day);
        }
        codes.append(DayCode.code(day));
    }

    /** The day at an index, as days since 1970-01-01. */
    public int get(int index) {
        char code = codes.get(index);
        return code == DayCode.EARLIER || code == DayCode.LATER ? uncoded.find(index, NEVER) : DayCode.day(code);
    }

    /** The {@link DayCode} of the day at an index. */
    public char code(int index) {
        return codes.get(index);
    }

    /** The number of days. */
    public int size() {
        return codes.size();
    }

    /** A view of the first days. */
    public View view(int length) {
        return new View(codes.view(length), uncoded.view(length));
    }

    /** Reads what {@link View#save} wrote of a view of {@code size} days. */
    public static DayColumn load(int size, LoadStream in) throws IOException {
        return new DayColumn(CharColumn.load(size, in), Overflow.load(in));
    }

    /** The first {@link #size()} days of a column. A read is O(1); of a day without a code, O(log n) of the days without one. */
    public static final class View {

        private final CharColumn.View codes;
        private final Overflow.View uncoded;

        private View(CharColumn.View codes, Overflow.View uncoded) {
            this.codes = codes;
            this.uncoded = uncoded;
        }

        /** The number of days. */
        public int size() {
            return codes.size();
        }

        /** The day at an index, as days since 1970-01-01. */
        public int get(int index) {
            return day(codes.get(index), index);
        }

        /** The {@link DayCode} of the day at an index. */
        public char code(int index) {
            return codes.get(index);
        }

        /** The codes from index {@code number * CHUNK} on, as {@link IntColumn.View#chunk}; {@link #day} decodes them. */
        public char[] chunk(int number) {
            return codes.chunk(number);
        }

        /**
         * The day at an index, as days since 1970-01-01, where its code has been read already.
         *
         * @param code as {@link #code} returns it for the index
         */
        public int day(char code, int index) {
            return code == DayCode.EARLIER || code == DayCode.LATER ? uncoded.find(index, NEVER) : DayCode.day(code);
        }

        /** The days without a code of their own, but for {@link #NEVER}. */
        public Overflow.View uncoded() {
            return uncoded;
        }

        /** Writes the days, without their number; O(n). */
        public void save(SaveStream out) throws IOException {
            codes.save(out);
            uncoded.save(out);
        }
    }
}
