package org.conductregister.query.statistics.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.AllegationId;

/** The history of one record: its entries in the order recorded and, of a person, the cases that bear on them. */
public final class RecordHistory {

    /** What a case is to a person; written in place of the type of a fact. */
    public enum Link {
        ACCUSES,
        HAS_DISMISSED;

        private int octet() {
            return 0xFF - ordinal();
        }

        private static boolean isOne(int octet) {
            return octet > 0xFF - values().length;
        }

        private static Link of(int octet) {
            return values()[0xFF - octet];
        }
    }

    /** What a history says. */
    public interface Reader {

        void entry(Logged entry);

        /** @param record the number of a case */
        default void link(Link link, int record) {}
    }

    private final HistoryStore histories;
    private final int record;
    private final List<AllegationId> allegations = new ArrayList<>(2);
    private long[] keys = new long[2];
    private int size;

    public RecordHistory(HistoryStore histories, int record) {
        this.histories = histories;
        this.record = record;
    }

    /** The record's number. */
    public int record() {
        return record;
    }

    public String id() {
        return histories.names().idOf(record);
    }

    /** The allegations that its facts have named, in the order they did. */
    public List<AllegationId> allegations() {
        return allegations;
    }

    /** Whether it has an entry of this identity, or one that cannot be told from it. */
    public boolean has(EntryId entry) {
        long key = FactCodec.keyOf(entry);
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    /** Adds an entry, and returns its fact as it is kept. */
    public Fact add(EntryId entry, Fact fact) {
        var item = histories.item(record);
        var kept = histories.codec().write(fact, allegations, item);
        item.key(FactCodec.keyOf(entry));
        histories.append(record);
        remember(FactCodec.keyOf(entry));
        return kept;
    }

    public void add(Link link, int other) {
        var item = histories.item(record);
        item.octet(link.octet());
        item.number(other);
        histories.append(record);
    }

    private void remember(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1) + 1);
        }
        keys[size++] = key;
    }

    public void read(Reader reader) {
        allegations.clear();
        size = 0;
        for (var item : histories.itemsOf(record)) {
            if (Link.isOne(item.peek())) {
                reader.link(Link.of(item.octet()), item.number());
            } else {
                var fact = histories.codec().read(item, allegations);
                long key = item.key();
                remember(key);
                reader.entry(new Logged(FactCodec.entryOf(key), fact));
            }
        }
    }

    /** The entries in the order recorded. */
    public List<Logged> entries() {
        var entries = new ArrayList<Logged>();
        read(entries::add);
        return entries;
    }
}
