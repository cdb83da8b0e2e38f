package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Transitions, which are pairs of the states before and after, numbered 0, 1, 2, … in the order added. One thread adds; any
 * thread may read a {@link View}.
 */
public final class TransitionDictionary {

    private static final int MULTIPLIER = 0x85EBCA6B;

    private final IntColumn from;
    private final IntColumn to;
    private final HashSlots slots = new HashSlots(this::hashOf);

    public TransitionDictionary() {
        this(new IntColumn(), new IntColumn());
    }

    private TransitionDictionary(IntColumn from, IntColumn to) {
        this.from = from;
        this.to = to;
    }

    /** The number of transitions. */
    public int size() {
        return to.size();
    }

    /** The number of a transition, which is added if it is new; O(1) on average. */
    public int numberOf(int fromState, int toState) {
        int slot = slots.first(hash(fromState, toState));
        for (int number; (number = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
            if (from.get(number) == fromState && to.get(number) == toState) {
                return number;
            }
        }
        from.append(fromState);
        to.append(toState);
        return slots.add(slot);
    }

    private int hashOf(int transition) {
        return hash(from.get(transition), to.get(transition));
    }

    private static int hash(int fromState, int toState) {
        return fromState * MULTIPLIER + toState;
    }

    /** The state before a transition. */
    public int from(int transition) {
        return from.get(transition);
    }

    /** The state after a transition. */
    public int to(int transition) {
        return to.get(transition);
    }

    /** A view of all transitions. */
    public View view() {
        return new View(from.view(), to.view());
    }

    /** Reads what {@link View#save} wrote. */
    public static TransitionDictionary load(LoadStream in) throws IOException {
        int size = in.readInt();
        var loaded = new TransitionDictionary(IntColumn.load(size, in), IntColumn.load(size, in));
        loaded.slots.rebuild(size);
        return loaded;
    }

    /** The transitions with numbers below {@link #size()}. Every read is O(1). */
    public static final class View {

        private final IntColumn.View from;
        private final IntColumn.View to;

        private View(IntColumn.View from, IntColumn.View to) {
            this.from = from;
            this.to = to;
        }

        /** The number of transitions. */
        public int size() {
            return to.size();
        }

        /** The state before a transition. */
        public int from(int transition) {
            return from.get(transition);
        }

        /** The state after a transition. */
        public int to(int transition) {
            return to.get(transition);
        }

        /** By transition, the state after it less the state before it; O(n). */
        public int[] changes() {
            var changes = new int[size()];
            for (int transition = 0; transition < changes.length; transition++) {
                changes[transition] = to(transition) - from(transition);
            }
            return changes;
        }

        /** Writes the transitions; O(n). */
        public void save(SaveStream out) throws IOException {
            out.writeInt(size());
            from.save(out);
            to.save(out);
        }
    }
}
