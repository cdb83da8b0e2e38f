package org.conductregister.query.statistics.history;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A growing list of ints. For one thread. */
public final class IntList {

    private int[] elements = new int[1];
    private int size;

    /** Appends an element; O(1), amortised. */
    public void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, 2 * size);
        }
        elements[size++] = element;
    }

    /** Whether an element is in it; O(n). */
    public boolean contains(int element) {
        for (int i = 0; i < size; i++) {
            if (elements[i] == element) {
                return true;
            }
        }
        return false;
    }

    /** The element at an index; O(1). */
    public int get(int index) {
        return elements[index];
    }

    /** Calls an action with each element, in the order added. The action must add none. */
    public void forEach(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(elements[i]);
        }
    }
}
