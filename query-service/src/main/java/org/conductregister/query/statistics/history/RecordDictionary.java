package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.column.VarintWriter;
import org.jspecify.annotations.Nullable;

/** The records there are, numbered from 0 as they are first named. */
public final class RecordDictionary {

    private static final RecordKind[] KINDS = RecordKind.values();
    private static final int NONE = -1;

    private final ByteBlockPool names;
    private final VarintWriter ink = new VarintWriter();
    private int[] addresses = new int[16];
    private int size;

    /** IntList by the hash of their name, at the first free place from it on; {@link #NONE} is free. */
    private int[] table = emptyTable(32);

    private @Nullable RecordKind lastKind;
    private String lastId = "";
    private int lastNumber;

    /** @param room where the names lie */
    RecordDictionary(BufferAllocator room) {
        this(new ByteBlockPool(room));
    }

    private RecordDictionary(ByteBlockPool names) {
        this.names = names;
    }

    /** The number of a record; a new one where it has none. What is asked for is often asked for again at once. */
    public int numberOf(RecordKind kind, String id) {
        if (kind != lastKind || !id.equals(lastId)) {
            int at = placeOf(kind, id);
            lastNumber = table[at] == NONE ? add(kind, id) : table[at];
            lastKind = kind;
            lastId = id;
        }
        return lastNumber;
    }

    private int placeOf(RecordKind kind, String id) {
        int at = hash(kind, id) & table.length - 1;
        while (table[at] != NONE && !isNamed(table[at], kind, id)) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private boolean isNamed(int number, RecordKind kind, String id) {
        var chunk = names.chunkOf(addresses[number]);
        int at = ByteBlockPool.placeOf(addresses[number]);
        if (chunk.get(at) != id.length() || chunk.get(at + 1) != kind.ordinal()) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (chunk.get(at + 2 + i) != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(RecordKind kind, String id) {
        return mixed(id.hashCode() + kind.ordinal());
    }

    /** The same of a name that is there. */
    private int hash(int number) {
        var chunk = names.chunkOf(addresses[number]);
        int at = ByteBlockPool.placeOf(addresses[number]);
        int hash = 0;
        int length = chunk.get(at);
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + chunk.get(at + 2 + i);
        }
        return mixed(hash + chunk.get(at + 1));
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private int add(RecordKind kind, String id) {
        ink.clear(0);
        ink.octet(id.length());
        ink.octet(kind.ordinal());
        for (int i = 0; i < id.length(); i++) {
            ink.octet(id.charAt(i));
        }
        add(names.append(ink.bytes(), ink.length()));
        if (isTooFull(table.length)) {
            enterAll();
        } else {
            enter(size - 1);
        }
        return size - 1;
    }

    private void add(int address) {
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size + (size >> 3) + 1);
        }
        addresses[size++] = address;
    }

    private boolean isTooFull(int length) {
        return 4L * size > 3L * length;
    }

    private void enterAll() {
        int length = table.length;
        while (isTooFull(length)) {
            length *= 2;
        }
        table = emptyTable(length);
        for (int number = 0; number < size; number++) {
            enter(number);
        }
    }

    private void enter(int number) {
        int at = hash(number) & table.length - 1;
        while (table[at] != NONE) {
            at = at + 1 & table.length - 1;
        }
        table[at] = number;
    }

    private static int[] emptyTable(int length) {
        var table = new int[length];
        Arrays.fill(table, NONE);
        return table;
    }

    public RecordKind kindOf(int number) {
        return KINDS[names.byteAt(addresses[number] + 1)];
    }

    String idOf(int number) {
        int address = addresses[number];
        var id = new byte[names.byteAt(address)];
        names.chunkOf(address).get(ByteBlockPool.placeOf(address) + 2, id);
        return new String(id, StandardCharsets.US_ASCII);
    }

    int size() {
        return size;
    }

    ByteBlockPool image() {
        return names.image();
    }

    static RecordDictionary load(LoadStream from, BufferAllocator room) throws IOException {
        var names = new RecordDictionary(ByteBlockPool.load(from, room));
        int end = names.names.size();
        for (int at = names.names.next(1); at < end; ) {
            names.add(at);
            at = names.names.next(at + 2 + names.names.byteAt(at));
        }
        from.meanwhile(names::enterAll);
        return names;
    }
}
