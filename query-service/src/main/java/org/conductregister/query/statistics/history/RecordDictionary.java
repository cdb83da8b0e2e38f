package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.column.HashSlots;
import org.conductregister.query.statistics.column.VarintWriter;
import org.jspecify.annotations.Nullable;

/**
 * The records of the register, numbered 0, 1, 2, … in the order added. A record is a slice of a {@link ByteBlockPool}: the
 * length of its identifier, its kind, and its identifier in ASCII. One thread adds and reads; any thread may save a
 * {@link ByteBlockPool.View}.
 */
public final class RecordDictionary {

    private static final RecordKind[] KINDS = RecordKind.values();
    private static final int HEADER = 2;

    private final ByteBlockPool slices;
    private final VarintWriter writer = new VarintWriter();
    private int[] addresses = new int[16];
    private int size;
    private final HashSlots slots = new HashSlots(this::hashOf);

    /** The record that was asked for last, which is often asked for again. */
    private @Nullable RecordKind lastKind;

    private String lastId = "";
    private int lastNumber;

    /**
     * A dictionary of no records.
     *
     * @param allocator for the slices
     */
    RecordDictionary(BufferAllocator allocator) {
        this(new ByteBlockPool(allocator));
    }

    private RecordDictionary(ByteBlockPool slices) {
        this.slices = slices;
    }

    /**
     * The number of a record, which is added if it is new; O(1) on average.
     *
     * @param id letters, digits and the like, at most 127
     */
    public int numberOf(RecordKind kind, String id) {
        if (kind != lastKind || !id.equals(lastId)) {
            lastNumber = find(kind, id);
            lastKind = kind;
            lastId = id;
        }
        return lastNumber;
    }

    private int find(RecordKind kind, String id) {
        int slot = slots.first(id.hashCode() + kind.ordinal());
        for (int number; (number = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
            if (isEqual(number, kind, id)) {
                return number;
            }
        }
        append(kind, id);
        return slots.add(slot);
    }

    private boolean isEqual(int number, RecordKind kind, String id) {
        var block = slices.blockOf(addresses[number]);
        int at = ByteBlockPool.offsetOf(addresses[number]);
        if (block.get(at) != id.length() || block.get(at + 1) != kind.ordinal()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (block.get(at + HEADER + i) != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #find} computes it of a kind and an identifier. */
    private int hashOf(int number) {
        var block = slices.blockOf(addresses[number]);
        int at = ByteBlockPool.offsetOf(addresses[number]);
        int hash = 0;
        int length = block.get(at);
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + block.get(at + HEADER + i);
        }
        return hash + block.get(at + 1);
    }

    private void append(RecordKind kind, String id) {
        writer.reset(0);
        writer.writeByte(id.length());
        writer.writeByte(kind.ordinal());
        for (int i = 0; i < id.length(); i++) {
            writer.writeByte(id.charAt(i));
        }
        addAddress(slices.append(writer.bytes(), writer.length()));
    }

    private void addAddress(int address) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size + (size >> 3) + 1);
        }
        addresses[size++] = address;
    }

    /** The kind of a record; O(1). */
    public RecordKind kindOf(int number) {
        return KINDS[slices.byteAt(addresses[number] + 1)];
    }

    /** The identifier of a record; O(1). */
    String idOf(int number) {
        int address = addresses[number];
        var id = new byte[slices.byteAt(address)];
        slices.blockOf(address).get(ByteBlockPool.offsetOf(address) + HEADER, id);
        return new String(id, StandardCharsets.US_ASCII);
    }

    /** The number of records. */
    int size() {
        return size;
    }

    /** A view of all records. */
    ByteBlockPool.View view() {
        return slices.view();
    }

    /** Reads what {@link ByteBlockPool.View#save} wrote of a {@link #view()}. It may be used once the stream has finished. */
    static RecordDictionary load(LoadStream in, BufferAllocator allocator) throws IOException {
        var loaded = new RecordDictionary(ByteBlockPool.load(in, allocator));
        var slices = loaded.slices;
        for (int at = slices.nextFrom(ByteBlockPool.first()); slices.has(at); ) {
            loaded.addAddress(at);
            at = slices.nextFrom(at + HEADER + slices.byteAt(at));
        }
        in.inBackground(() -> loaded.slots.rebuild(loaded.size));
        return loaded;
    }
}
