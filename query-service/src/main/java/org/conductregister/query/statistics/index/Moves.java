package org.conductregister.query.statistics.index;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/** From which state to which: each pair kept once and numbered in the order met. */
final class Moves {

    private final IntColumn from;
    private final IntColumn to;

    /** One more than the number of a move, or 0; a move lies at its hash or in the next free slot. */
    private int[] slots = new int[16];

    Moves() {
        this(new IntColumn(), new IntColumn());
    }

    private Moves(IntColumn from, IntColumn to) {
        this.from = from;
        this.to = to;
    }

    int size() {
        return to.size();
    }

    int numberOf(int fromState, int toState) {
        int slot = hash(fromState, toState) & slots.length - 1;
        while (slots[slot] != 0) {
            int move = slots[slot] - 1;
            if (from.get(move) == fromState && to.get(move) == toState) {
                return move;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = size() + 1;
        from.append(fromState);
        to.append(toState);
        if (2 * size() > slots.length) {
            rehash();
        }
        return size() - 1;
    }

    private void rehash() {
        int length = slots.length;
        while (2 * size() > length) {
            length *= 2;
        }
        slots = new int[length];
        for (int move = 0; move < size(); move++) {
            int slot = hash(from.get(move), to.get(move)) & length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & length - 1;
            }
            slots[slot] = move + 1;
        }
    }

    private static int hash(int a, int b) {
        int hash = (a * 0x9E3779B9 + b) * 0x85EBCA6B;
        return hash ^ hash >>> 15;
    }

    int from(int move) {
        return from.get(move);
    }

    int to(int move) {
        return to.get(move);
    }

    /** By how much each of the first so many changes the number of a state. */
    int[] changes(int count) {
        var changes = new int[count];
        for (int move = 0; move < count; move++) {
            changes[move] = to(move) - from(move);
        }
        return changes;
    }

    void save(int size, SaveStream out) throws IOException {
        out.number(size);
        from.save(size, out);
        to.save(size, out);
    }

    static Moves load(LoadStream in) throws IOException {
        int size = in.number();
        var moves = new Moves(IntColumn.load(size, in), IntColumn.load(size, in));
        moves.rehash();
        return moves;
    }
}
