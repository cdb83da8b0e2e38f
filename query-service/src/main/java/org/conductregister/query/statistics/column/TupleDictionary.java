package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * TupleDictionary of values, each kept once and numbered in the order met. A tuple is kept as the codes of its values, four bytes
 * each.
 */
public final class TupleDictionary {

    private final ValueDictionary[] values;
    private final IntColumn[] codes;
    private int size;

    /** One more than the number of a tuple, or 0; a tuple lies at its hash or in the next free slot. */
    private int[] slots = new int[16];

    private final int[] wanted;

    public TupleDictionary(int width) {
        this(new ValueDictionary[width], new IntColumn[width], 0);
        Arrays.setAll(values, i -> new ValueDictionary());
        Arrays.setAll(codes, i -> new IntColumn());
    }

    private TupleDictionary(ValueDictionary[] values, IntColumn[] codes, int size) {
        this.values = values;
        this.codes = codes;
        this.size = size;
        this.wanted = new int[values.length];
    }

    public int size() {
        return size;
    }

    /** The number of a tuple; one not met before is added. */
    public int numberOf(Object[] tuple) {
        int hash = 0;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = values[i].codeOf(tuple[i]);
            hash = hash * 31 + wanted[i];
        }
        int slot = spread(hash) & slots.length - 1;
        while (slots[slot] != 0) {
            if (isWanted(slots[slot] - 1)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = size + 1;
        for (int i = 0; i < wanted.length; i++) {
            codes[i].append(wanted[i]);
        }
        size++;
        if (isTooFull(slots.length)) {
            rehash();
        }
        return size - 1;
    }

    private boolean isWanted(int number) {
        for (int i = 0; i < wanted.length; i++) {
            if (codes[i].get(number) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isTooFull(int length) {
        return 4L * size > 3L * length;
    }

    private void rehash() {
        int length = slots.length;
        while (isTooFull(length)) {
            length *= 2;
        }
        var larger = new int[length];
        for (int number = 0; number < size; number++) {
            int hash = 0;
            for (var column : codes) {
                hash = hash * 31 + column.get(number);
            }
            int slot = spread(hash) & length - 1;
            while (larger[slot] != 0) {
                slot = slot + 1 & length - 1;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
    }

    private static int spread(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ spread >>> 15;
    }

    /** Where a value stands among those met at this place of the tuples. */
    public int code(int number, int place) {
        return codes[place].get(number);
    }

    public Object value(int number, int place) {
        return values[place].value(code(number, place));
    }

    /** How many different values have been met at a place. */
    public int valuesAt(int place) {
        return values[place].size();
    }

    public Object valueOf(int place, int code) {
        return values[place].value(code);
    }

    public void save(Sizes sizes, SaveStream out) throws IOException {
        out.number(values.length);
        out.number(sizes.tuples());
        for (int i = 0; i < values.length; i++) {
            values[i].save(sizes.values()[i], out);
            codes[i].save(sizes.tuples(), out);
        }
    }

    /** How much there is at some time. */
    public record Sizes(int tuples, int[] values) {}

    public Sizes sizes() {
        return new Sizes(
                size, Arrays.stream(values).mapToInt(ValueDictionary::size).toArray());
    }

    public static TupleDictionary load(LoadStream in) throws IOException {
        var values = new ValueDictionary[in.number()];
        var codes = new IntColumn[values.length];
        int size = in.number();
        for (int i = 0; i < values.length; i++) {
            values[i] = ValueDictionary.load(in);
            codes[i] = IntColumn.load(size, in);
        }
        var tuples = new TupleDictionary(values, codes, size);
        tuples.rehash();
        return tuples;
    }
}
