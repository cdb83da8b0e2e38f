package org.conductregister.query.statistics.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.identifiers.AllegationId;

/**
 * The history of one record in a {@link HistoryStore}: its entries in the order recorded and, of an officer, links to the cases
 * that concern them. For one thread.
 */
public final class RecordHistory {

    /** How another record concerns an officer. Its content is a byte that is the type of no fact, and the varint number of the record. */
    public enum Link {
        /** Some fact of the case names the officer. */
        ACCUSES,
        /** The case has at some time ordered the officer's dismissal. */
        HAS_DISMISSED,
        /** Some marking has at some time said that a number, which takes the place of the case, is another of this person's. */
        DUPLICATED_BY;

        private static final int HIGHEST_BYTE = 0xFF;

        private int toByte() {
            return HIGHEST_BYTE - ordinal();
        }

        private static boolean isLink(int firstByte) {
            return firstByte > HIGHEST_BYTE - values().length;
        }

        private static Link fromByte(int firstByte) {
            return values()[HIGHEST_BYTE - firstByte];
        }
    }

    /** Is called with the content of a history, in the order added. */
    public interface Reader {

        /**
         * Takes note of an entry.
         *
         * @param order where the entry comes among those of all records, in the order recorded
         */
        void entry(Logged entry, long order);

        /**
         * Takes note of a record that this one names.
         *
         * @param record its number
         */
        default void link(Link link, int record) {}
    }

    private final HistoryStore histories;
    private final int record;
    private final List<AllegationId> allegations = new ArrayList<>(2);

    /** The keys of the entries, from 0 to {@link #size} - 1. */
    private long[] keys = new long[2];

    private int size;

    /**
     * The history of a record, of which nothing is known until it is {@link #read}.
     *
     * @param record its number
     */
    public RecordHistory(HistoryStore histories, int record) {
        this.histories = histories;
        this.record = record;
    }

    /** The number of the record. */
    public int record() {
        return record;
    }

    /** The identifier of the record. */
    public String id() {
        return histories.records().idOf(record);
    }

    /** The allegations that entries name, in the order first named. */
    public List<AllegationId> allegations() {
        return allegations;
    }

    /**
     * Whether there is an entry with an identifier, or with one that has the same 48-bit key; O(n).
     *
     * @see FactCodec#keyOf
     */
    public boolean contains(EntryId entry) {
        long key = FactCodec.keyOf(entry);
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds an entry.
     *
     * @return its fact as it will be read
     */
    public Fact add(EntryId entry, Fact fact) {
        var writer = histories.begin(record);
        var stored = histories.codec().write(fact, allegations, writer);
        writer.writeKey(FactCodec.keyOf(entry));
        histories.end();
        addKey(FactCodec.keyOf(entry));
        return stored;
    }

    /** Adds a link to another record, given by its number. */
    public void add(Link link, int other) {
        var writer = histories.begin(record);
        writer.writeByte(link.toByte());
        writer.writeVarint(other);
        histories.end();
    }

    private void addKey(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1) + 1);
        }
        keys[size++] = key;
    }

    /** Reads the whole history; O(n). */
    public void read(Reader reader) {
        allegations.clear();
        size = 0;
        for (var at : histories.nodesOf(record)) {
            var node = at.content();
            if (Link.isLink(node.peekByte())) {
                reader.link(Link.fromByte(node.readByte()), node.readVarint());
            } else {
                var fact = histories.codec().read(node, allegations);
                long key = node.readKey();
                addKey(key);
                reader.entry(new Logged(FactCodec.entryOf(key), fact), at.order());
            }
        }
    }

    /** The entries in the order recorded; O(n). */
    public List<Logged> entries() {
        var entries = new ArrayList<Logged>();
        read((entry, order) -> entries.add(entry));
        return entries;
    }
}
