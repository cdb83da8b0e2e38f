package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.VarintReader;
import org.conductregister.query.statistics.column.VarintWriter;

/**
 * All that is known of every record, in few bytes and in the order learnt. An item begins with its length and with how far
 * back the one before of the same record lies; so the items of a record are a chain. The first of a record says whose it is.
 */
public final class HistoryStore {

    private static final int FIRST = 0;

    /** No two items begin in the same so many bytes: a length, a distance, a kind and one number at least. */
    private static final int SHORTEST = 4;

    private final RecordDictionary names;
    private final FactCodec codec;
    private final ByteBlockPool items;
    private final VarintWriter ink = new VarintWriter();

    /** Where the latest item of each record begins, by the record's number. */
    private int[] latest = new int[16];

    public HistoryStore(BufferAllocator room) {
        this(new RecordDictionary(room), room);
    }

    private HistoryStore(RecordDictionary names, BufferAllocator room) {
        this(names, new FactCodec(names), new ByteBlockPool(room));
    }

    private HistoryStore(RecordDictionary names, FactCodec codec, ByteBlockPool items) {
        this.names = names;
        this.codec = codec;
        this.items = items;
    }

    public RecordDictionary names() {
        return names;
    }

    FactCodec codec() {
        return codec;
    }

    /** Begins an item; {@link #append} ends it. */
    VarintWriter item(int record) {
        int before = latest(record);
        ink.clear(1);
        if (before == ByteBlockPool.NOWHERE) {
            ink.number(FIRST);
            ink.number(record);
        } else {
            ink.number(items.end() - before);
        }
        return ink;
    }

    /** Appends what was written since {@link #item}. */
    void append(int record) {
        ink.put(0, ink.length() - 1);
        if (record >= latest.length) {
            latest = Arrays.copyOf(latest, Math.max(record + 1, latest.length + (latest.length >> 3)));
        }
        latest[record] = items.append(ink.bytes(), ink.length());
    }

    private int latest(int record) {
        return record < latest.length ? latest[record] : ByteBlockPool.NOWHERE;
    }

    /** What the items of a record say, each from where its own words begin, the earliest first. */
    VarintReader[] itemsOf(int record) {
        var backwards = new VarintReader[4];
        int count = 0;
        int at = latest(record);
        while (at != ByteBlockPool.NOWHERE) {
            var item = new VarintReader(items.chunkOf(at), ByteBlockPool.placeOf(at) + 1);
            int distance = item.number();
            if (distance == FIRST) {
                item.number();
                at = ByteBlockPool.NOWHERE;
            } else {
                at -= distance;
            }
            if (count == backwards.length) {
                backwards = Arrays.copyOf(backwards, 2 * count);
            }
            backwards[count++] = item;
        }
        var forwards = new VarintReader[count];
        for (int i = 0; i < count; i++) {
            forwards[i] = backwards[count - 1 - i];
        }
        return forwards;
    }

    public Image image() {
        return new Image(names.image(), codec.image(), items.image());
    }

    /** What there was when it was taken. */
    public record Image(ByteBlockPool names, FactCodec.Image codec, ByteBlockPool items) {

        public void save(SaveStream to) throws IOException {
            names.save(to);
            codec.save(to);
            items.save(to);
        }
    }

    public static HistoryStore load(LoadStream from, BufferAllocator room) throws IOException {
        var names = RecordDictionary.load(from, room);
        var codec = new FactCodec(names);
        codec.load(from);
        var histories = new HistoryStore(names, codec, ByteBlockPool.load(from, room));
        histories.findLatest();
        return histories;
    }

    /** Goes along all items: each is the latest of the record of the one before it, for the time being. */
    private void findLatest() {
        latest = new int[names.size()];
        var recordAt = new int[items.size() / SHORTEST + 1];
        for (int at = items.next(1); at < items.size(); at = items.next(at + 1 + (items.byteAt(at) & 0xFF))) {
            var item = new VarintReader(items.chunkOf(at), ByteBlockPool.placeOf(at) + 1);
            int distance = item.number();
            int record = distance == FIRST ? item.number() : recordAt[(at - distance) / SHORTEST];
            recordAt[at / SHORTEST] = record;
            latest[record] = at;
        }
    }
}
