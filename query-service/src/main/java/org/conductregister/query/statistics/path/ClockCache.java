package org.conductregister.query.statistics.path;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records by number. Those let go of have not been used for a while: a hand goes round and takes out whatever has not been
 * used since it came by last.
 */
final class ClockCache {

    private static final class Held {

        private final int number;
        private final FoldedRecord record;
        private boolean used = true;

        /** Another one in the same place of the table. */
        private @Nullable Held besides;

        Held(int number, FoldedRecord record) {
            this.number = number;
            this.record = record;
        }
    }

    private final Held[] table;
    private Held[] round;
    private int size;
    private int hand;

    /** @param expected how many there will be; there may be more */
    ClockCache(int expected) {
        this.table = new Held[2 * Integer.highestOneBit(expected)];
        this.round = new Held[expected + 1];
    }

    @Nullable
    FoldedRecord get(int number) {
        var held = table[number & table.length - 1];
        while (held != null && held.number != number) {
            held = held.besides;
        }
        if (held == null) {
            return null;
        }
        held.used = true;
        return held.record;
    }

    /** @param number of a record that is not among them */
    void add(int number, FoldedRecord record) {
        var held = new Held(number, record);
        int at = number & table.length - 1;
        held.besides = table[at];
        table[at] = held;
        if (size == round.length) {
            round = Arrays.copyOf(round, 2 * size);
        }
        round[size++] = held;
    }

    void trimTo(int most) {
        while (size > most) {
            hand = hand < size ? hand : 0;
            var held = round[hand];
            if (held.used) {
                held.used = false;
                hand++;
            } else {
                takeOut(held);
                size--;
                round[hand] = round[size];
                round[size] = null;
            }
        }
    }

    private void takeOut(Held held) {
        int at = held.number & table.length - 1;
        if (table[at] == held) {
            table[at] = held.besides;
            return;
        }
        var before = table[at];
        while (before.besides != held) {
            before = before.besides;
        }
        before.besides = held.besides;
    }
}
