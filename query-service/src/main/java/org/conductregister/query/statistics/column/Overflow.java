package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * The few numbers of a column that do not fit in it, by their places. One thread adds; any other finds what was there
 * when it was told of a place.
 */
public final class Overflow {

    /** Ascending. */
    private final IntColumn places;

    private final IntColumn numbers;

    /** Told once both columns have it: readers come while more is added. */
    private volatile int size;

    Overflow() {
        this(new IntColumn(), new IntColumn());
    }

    private Overflow(IntColumn places, IntColumn numbers) {
        this.places = places;
        this.numbers = numbers;
        this.size = places.size();
    }

    /** @param place higher than any before */
    void add(int place, int number) {
        places.append(place);
        numbers.append(number);
        size = places.size();
    }

    /** The number of a place, or another where it has none. */
    int find(int place, int otherwise) {
        int at = firstFrom(place);
        return at < size && places.get(at) == place ? numbers.get(at) : otherwise;
    }

    /** How many places lie before one. */
    public int firstFrom(int place) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (places.get(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public int place(int at) {
        return places.get(at);
    }

    public int number(int at) {
        return numbers.get(at);
    }

    /** What lies before a place. */
    void save(int before, SaveStream out) throws IOException {
        int count = firstFrom(before);
        out.number(count);
        places.save(count, out);
        numbers.save(count, out);
    }

    static Overflow load(LoadStream in) throws IOException {
        int count = in.number();
        return new Overflow(IntColumn.load(count, in), IntColumn.load(count, in));
    }
}
