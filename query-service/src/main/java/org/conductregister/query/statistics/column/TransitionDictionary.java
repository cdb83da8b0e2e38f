package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/** From which state to which: each pair kept once and numbered in the order met. */
public final class TransitionDictionary {

    private final IntColumn from;
    private final IntColumn to;

    /** One more than the number of a transition, or 0; a transition lies at its hash or in the next free slot. */
    private int[] slots = new int[16];

    public TransitionDictionary() {
        this(new IntColumn(), new IntColumn());
    }

    private TransitionDictionary(IntColumn from, IntColumn to) {
        this.from = from;
        this.to = to;
    }

    public int size() {
        return to.size();
    }

    public int numberOf(int fromState, int toState) {
        int slot = hash(fromState, toState) & slots.length - 1;
        while (slots[slot] != 0) {
            int transition = slots[slot] - 1;
            if (from.get(transition) == fromState && to.get(transition) == toState) {
                return transition;
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
        for (int transition = 0; transition < size(); transition++) {
            int slot = hash(from.get(transition), to.get(transition)) & length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & length - 1;
            }
            slots[slot] = transition + 1;
        }
    }

    private static int hash(int a, int b) {
        int hash = (a * 0x9E3779B9 + b) * 0x85EBCA6B;
        return hash ^ hash >>> 15;
    }

    public int from(int transition) {
        return from.get(transition);
    }

    public int to(int transition) {
        return to.get(transition);
    }

    /** By how much each of the first so many changes the number of a state. */
    public int[] changes(int count) {
        var changes = new int[count];
        for (int transition = 0; transition < count; transition++) {
            changes[transition] = to(transition) - from(transition);
        }
        return changes;
    }

    public void save(int size, SaveStream out) throws IOException {
        out.number(size);
        from.save(size, out);
        to.save(size, out);
    }

    public static TransitionDictionary load(LoadStream in) throws IOException {
        int size = in.number();
        var transitions = new TransitionDictionary(IntColumn.load(size, in), IntColumn.load(size, in));
        transitions.rehash();
        return transitions;
    }
}
