package org.conductregister.query.statistics.paths;

import org.jspecify.annotations.Nullable;

/** Records by number, in the order they were last used. */
final class Ready {

    /** A record, among those whose numbers fall together, and among all by use. */
    private static final class Held {

        private final int number;
        private final FoldedRecord record;
        private @Nullable Held besides;
        private Held older = this;
        private Held newer = this;

        Held(int number, @Nullable FoldedRecord record) {
            this.number = number;
            this.record = record;
        }

        void leave() {
            older.newer = newer;
            newer.older = older;
        }
    }

    /** Newer than the newest and older than the oldest. */
    private final Held end = new Held(-1, null);

    private final Held[] table;
    private int size;

    /** @param expected how many there will be; there may be more */
    Ready(int expected) {
        this.table = new Held[Math.max(2, Integer.highestOneBit(expected) * 2)];
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
        if (held.newer != end) {
            held.leave();
            makeNewest(held);
        }
        return held.record;
    }

    /** @param number of a record that is not among them */
    void add(int number, FoldedRecord record) {
        var held = new Held(number, record);
        int at = number & table.length - 1;
        held.besides = table[at];
        table[at] = held;
        makeNewest(held);
        size++;
    }

    private void makeNewest(Held held) {
        held.older = end.older;
        held.newer = end;
        end.older.newer = held;
        end.older = held;
    }

    /** Lets go of those unused longest. */
    void trimTo(int most) {
        while (size > most) {
            var oldest = end.newer;
            oldest.leave();
            takeOut(oldest);
            size--;
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
