package org.conductregister.query.statistics.index;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * The numbers of moves, by row. Those met first are met most, and lie in two bytes; of the others it is written beside
 * which row has which. One thread appends; who has been told of a size reads what lies before it.
 */
final class MoveColumn {

    /** In the place of a number that does not fit. */
    static final char BESIDE = Character.MAX_VALUE;

    private final CharColumn numbers;

    /** The rows whose number lies beside, ascending. */
    private final IntColumn rowsBeside;

    private final IntColumn numbersBeside;

    MoveColumn() {
        this(new CharColumn(), new IntColumn(), new IntColumn());
    }

    private MoveColumn(CharColumn numbers, IntColumn rowsBeside, IntColumn numbersBeside) {
        this.numbers = numbers;
        this.rowsBeside = rowsBeside;
        this.numbersBeside = numbersBeside;
    }

    void append(int move) {
        if (move >= BESIDE) {
            numbersBeside.append(move);
            rowsBeside.append(size());
        }
        numbers.append((char) Math.min(move, BESIDE));
    }

    int size() {
        return numbers.size();
    }

    int get(int row) {
        char number = numbers.get(row);
        return number == BESIDE ? beside(row) : number;
    }

    /** For loops over a chunk, which ask {@link #get} where they meet {@link #BESIDE}. */
    char[] chunk(int number) {
        return numbers.chunk(number);
    }

    private int beside(int row) {
        int low = 0;
        int high = rowsBeside.size() - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (rowsBeside.get(middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return numbersBeside.get(low);
    }

    void save(int rows, SaveStream out) throws IOException {
        int beside = 0;
        while (beside < rowsBeside.size() && rowsBeside.get(beside) < rows) {
            beside++;
        }
        numbers.save(rows, out);
        out.number(beside);
        rowsBeside.save(beside, out);
        numbersBeside.save(beside, out);
    }

    static MoveColumn load(int rows, LoadStream in) throws IOException {
        var numbers = CharColumn.load(rows, in);
        int beside = in.number();
        return new MoveColumn(numbers, IntColumn.load(beside, in), IntColumn.load(beside, in));
    }
}
