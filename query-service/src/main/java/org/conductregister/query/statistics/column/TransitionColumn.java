package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * The numbers of transitions, by row. Those met first are met most, and lie in two bytes; the others are written beside. One
 * thread appends; who has been told of a size reads what lies before it.
 */
public final class TransitionColumn {

    /** In the place of a number that does not fit. */
    public static final char BESIDE = Character.MAX_VALUE;

    private final CharColumn numbers;
    private final Overflow high;

    public TransitionColumn() {
        this(new CharColumn(), new Overflow());
    }

    private TransitionColumn(CharColumn numbers, Overflow high) {
        this.numbers = numbers;
        this.high = high;
    }

    public void append(int transition) {
        if (transition >= BESIDE) {
            high.add(size(), transition);
        }
        numbers.append((char) Math.min(transition, BESIDE));
    }

    public int size() {
        return numbers.size();
    }

    public int get(int row) {
        char number = numbers.get(row);
        return number == BESIDE ? high.find(row, BESIDE) : number;
    }

    /** For loops over a chunk, which ask {@link #get} where they meet {@link #BESIDE}. */
    public char[] chunk(int number) {
        return numbers.chunk(number);
    }

    public void save(int rows, SaveStream out) throws IOException {
        numbers.save(rows, out);
        high.save(rows, out);
    }

    public static TransitionColumn load(int rows, LoadStream in) throws IOException {
        return new TransitionColumn(CharColumn.load(rows, in), Overflow.load(in));
    }
}
