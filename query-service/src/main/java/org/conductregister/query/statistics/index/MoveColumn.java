package org.conductregister.query.statistics.index;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * The numbers of moves, by row. Those met first are met most, and lie in two bytes; the others are written beside. One
 * thread appends; who has been told of a size reads what lies before it.
 */
final class MoveColumn {

    /** In the place of a number that does not fit. */
    static final char BESIDE = Character.MAX_VALUE;

    private final CharColumn numbers;
    private final Beside high;

    MoveColumn() {
        this(new CharColumn(), new Beside());
    }

    private MoveColumn(CharColumn numbers, Beside high) {
        this.numbers = numbers;
        this.high = high;
    }

    void append(int move) {
        if (move >= BESIDE) {
            high.add(size(), move);
        }
        numbers.append((char) Math.min(move, BESIDE));
    }

    int size() {
        return numbers.size();
    }

    int get(int row) {
        char number = numbers.get(row);
        return number == BESIDE ? high.find(row, BESIDE) : number;
    }

    /** For loops over a chunk, which ask {@link #get} where they meet {@link #BESIDE}. */
    char[] chunk(int number) {
        return numbers.chunk(number);
    }

    void save(int rows, SaveStream out) throws IOException {
        numbers.save(rows, out);
        high.save(rows, out);
    }

    static MoveColumn load(int rows, LoadStream in) throws IOException {
        return new MoveColumn(CharColumn.load(rows, in), Beside.load(in));
    }
}
