package org.conductregister.query.statistics.column;

import java.util.function.IntUnaryOperator;

/**
 * An open-addressing hash table with linear probing, which numbers keys 0, 1, 2, … in the order added. It holds the numbers
 * alone, four bytes a slot; the keys are its user's, who lays them out and compares them. A lookup is a loop:
 *
 * <pre>{@code
 * int slot = slots.first(hash);
 * for (int number; (number = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
 *     if (isKey(number)) {
 *         return number;
 *     }
 * }
 * storeKey(slots.size());
 * return slots.add(slot);
 * }</pre>
 *
 * Lookup, addition and removal are O(1) on average; at most three quarters of the slots are taken. A hash selects its slot by
 * multiplication (Fibonacci hashing; Knuth, The Art of Computer Programming, volume 3, section 6.4), so it need not be well
 * mixed. For one thread.
 */
public final class HashSlots {

    /** The content of a free slot in place of a number. */
    public static final int FREE = -1;

    private static final int LEAST_BITS = 4;

    /** 2 to the 32nd over the golden ratio. */
    private static final int FIBONACCI = 0x9E3779B9;

    private final IntUnaryOperator hashOf;

    /** By slot, one more than the number in it, or 0. */
    private int[] slots = new int[1 << LEAST_BITS];

    private int shift = Integer.SIZE - LEAST_BITS;
    private int size;

    /**
     * An empty table.
     *
     * @param hashOf the hash of the key with a number, for when the table grows
     */
    public HashSlots(IntUnaryOperator hashOf) {
        this.hashOf = hashOf;
    }

    /** The number of keys. They have the numbers below it. */
    public int size() {
        return size;
    }

    /** The slot at which a lookup begins. */
    public int first(int hash) {
        return (hash * FIBONACCI) >>> shift;
    }

    /** The slot at which a lookup continues. */
    public int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    /** The number in a slot, or {@link #FREE}. */
    public int number(int slot) {
        return slots[slot] - 1;
    }

    /**
     * Adds a key, which {@code hashOf} must know by now. Slots that were found before are no longer valid, for the table may
     * grow.
     *
     * @param slot the free one at which the lookup of the key has ended
     * @return the number of the key: the {@link #size()} before
     */
    public int add(int slot) {
        int number = size++;
        slots[slot] = number + 1;
        if (4L * size > 3L * slots.length) {
            rebuild(size);
        }
        return number;
    }

    /**
     * Removes the key in a slot, and moves the numbers that follow to where their lookups find them (Knuth's algorithm R).
     * Where that key was not the last, the last is to be {@link #renumber renumbered} next, so that no number is missing.
     */
    public void remove(int slot) {
        int free = slot;
        for (int at = next(free); slots[at] != 0; at = next(at)) {
            int home = first(hashOf.applyAsInt(number(at)));
            if (distance(home, at) >= distance(free, at)) {
                slots[free] = slots[at];
                free = at;
            }
        }
        slots[free] = 0;
        size--;
    }

    private int distance(int from, int to) {
        return to - from & slots.length - 1;
    }

    /** Gives the key in a slot another number. */
    public void renumber(int slot, int number) {
        slots[slot] = number + 1;
    }

    /**
     * Makes this the table of keys 0 to {@code count} - 1, which {@code hashOf} must know by now and which differ from each
     * other; O(n).
     */
    public void rebuild(int count) {
        int bits = Math.max(LEAST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(count));
        if (4L * count > 3L << bits) {
            bits++;
        }
        slots = new int[1 << bits];
        shift = Integer.SIZE - bits;
        size = count;
        for (int number = 0; number < count; number++) {
            int slot = first(hashOf.applyAsInt(number));
            while (slots[slot] != 0) {
                slot = next(slot);
            }
            slots[slot] = number + 1;
        }
    }
}
