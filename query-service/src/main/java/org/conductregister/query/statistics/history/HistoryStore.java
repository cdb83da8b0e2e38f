package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.VarintReader;
import org.conductregister.query.statistics.column.VarintWriter;

/**
 * The histories of all records, each a singly linked list of nodes from the latest to the first, in one
 * {@link ByteBlockPool}. A node is its length without this byte, the varint distance back to the record's node before, or 0 and the
 * varint number of the record in its first node, and then its content. One thread appends and reads; any thread may save an
 * {@link Image}.
 */
public final class HistoryStore {

    private static final int FIRST = 0;

    private final RecordDictionary records;
    private final FactCodec codec;
    private final ByteBlockPool nodes;
    private final VarintWriter writer = new VarintWriter();

    /** The record whose node is being written. */
    private int writing;

    /** By record, the address of its latest node. */
    private int[] latest = new int[16];

    /**
     * A store of no histories.
     *
     * @param allocator for records and nodes
     */
    public HistoryStore(BufferAllocator allocator) {
        this(new RecordDictionary(allocator), allocator);
    }

    private HistoryStore(RecordDictionary records, BufferAllocator allocator) {
        this(records, new FactCodec(records), new ByteBlockPool(allocator));
    }

    private HistoryStore(RecordDictionary records, FactCodec codec, ByteBlockPool nodes) {
        this.records = records;
        this.codec = codec;
        this.nodes = nodes;
    }

    /** The records, whose numbers this store goes by. */
    public RecordDictionary records() {
        return records;
    }

    FactCodec codec() {
        return codec;
    }

    /** Begins a node of a record. Its content is to be written to the result; then {@link #end} appends it. */
    VarintWriter begin(int record) {
        writing = record;
        int before = latest(record);
        writer.reset(1);
        if (before == ByteBlockPool.NOWHERE) {
            writer.writeVarint(FIRST);
            writer.writeVarint(record);
        } else {
            writer.writeVarint(Integer.toUnsignedLong(nodes.nextAddress() - before));
        }
        return writer;
    }

    /** Appends the node that was begun last. */
    void end() {
        writer.setByte(0, writer.length() - 1);
        if (writing >= latest.length) {
            latest = Arrays.copyOf(latest, Math.max(writing + 1, latest.length + (latest.length >> 3)));
        }
        latest[writing] = nodes.append(writer.bytes(), writer.length());
    }

    private int latest(int record) {
        return record < latest.length ? latest[record] : ByteBlockPool.NOWHERE;
    }

    /**
     * A node of a record.
     *
     * @param order where it comes among the nodes of all records, in the order appended
     * @param content to be read from its beginning
     */
    record Node(long order, VarintReader content) {}

    /** The nodes of a record, the first one first, each to be read from where its content begins; O(n). */
    Node[] nodesOf(int record) {
        var backwards = new Node[4];
        int count = 0;
        int address = latest(record);
        while (address != ByteBlockPool.NOWHERE) {
            int at = address;
            var node = readerAt(at);
            int distance = node.readVarint();
            if (distance == FIRST) {
                node.readVarint();
                address = ByteBlockPool.NOWHERE;
            } else {
                address -= distance;
            }
            if (count == backwards.length) {
                backwards = Arrays.copyOf(backwards, 2 * count);
            }
            backwards[count++] = new Node(Integer.toUnsignedLong(at), node);
        }
        var forwards = new Node[count];
        for (int i = 0; i < count; i++) {
            forwards[i] = backwards[count - 1 - i];
        }
        return forwards;
    }

    /** Reads a node from behind its length. */
    private VarintReader readerAt(int address) {
        return new VarintReader(nodes.blockOf(address), ByteBlockPool.offsetOf(address) + 1);
    }

    /** Returns an image of the present histories; O(records), by copying four bytes of each. */
    public Image image() {
        return new Image(records.view(), codec.image(), nodes.view(), Arrays.copyOf(latest, records.size()));
    }

    /** The histories as they were when it was taken. */
    public static final class Image {

        private final ByteBlockPool.View records;
        private final FactCodec.Image codec;
        private final ByteBlockPool.View nodes;
        private final int[] latest;

        private Image(ByteBlockPool.View records, FactCodec.Image codec, ByteBlockPool.View nodes, int[] latest) {
            this.records = records;
            this.codec = codec;
            this.nodes = nodes;
            this.latest = latest;
        }

        /** Writes the histories; O(n). */
        public void save(SaveStream out) throws IOException {
            records.save(out);
            codec.save(out);
            out.writeInts(latest, 0, latest.length);
            nodes.save(out);
        }
    }

    /**
     * Reads what {@link Image#save} wrote. It may be used once the stream has finished.
     *
     * @throws IOException also if it was written by a program with other types of facts
     */
    public static HistoryStore load(LoadStream in, BufferAllocator allocator) throws IOException {
        var records = RecordDictionary.load(in, allocator);
        var codec = FactCodec.load(in, records);
        var latest = new int[records.size()];
        in.readInts(latest, 0, latest.length);
        var loaded = new HistoryStore(records, codec, ByteBlockPool.load(in, allocator));
        loaded.latest = latest;
        return loaded;
    }
}
