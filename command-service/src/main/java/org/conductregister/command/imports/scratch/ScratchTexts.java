package org.conductregister.command.imports.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts by key in temporary files, in the order added: what a check of a large sheet would have recorded, what an earlier
 * sheet had said, what an import had recorded. Each text names the one of its key before it, and a {@link LongTable} the
 * last, so that memory does not grow with them. For one thread; the files are gone when it is closed.
 */
public final class ScratchTexts implements Closeable {

    private static final long NONE = -1;

    /** The bytes in front of a text: the place of the text before, the length of the key, which precedes its first text, and its own length. */
    private static final int HEAD = Long.BYTES + 2 * Integer.BYTES;

    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final FileChannel file;
    private final LongTable last;
    private final ByteBuffer buffered = ByteBuffer.allocate(BUFFER);
    private long written;

    /** @param directory where the files are made */
    public ScratchTexts(Path directory) throws IOException {
        last = new LongTable(directory);
        path = Files.createTempFile(directory, "scratch", ".part");
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Adds a text behind those of its key. */
    public void add(String key, byte[] text) {
        try {
            long print = Fingerprint.of(key);
            long before = last.get(print, NONE);
            var first = before == NONE ? key.getBytes(StandardCharsets.UTF_8) : new byte[0];
            int length = HEAD + first.length + text.length;
            if (buffered.remaining() < length) {
                flush();
            }
            last.put(print, written + buffered.position(), NONE);
            if (length > buffered.capacity()) {
                var large = ByteBuffer.allocate(length);
                put(large, before, first, text);
                write(large.flip());
            } else {
                put(buffered, before, first, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ByteBuffer to, long before, byte[] key, byte[] text) {
        to.putLong(before).putInt(key.length).putInt(text.length).put(key).put(text);
    }

    private void flush() throws IOException {
        write(buffered.flip());
        buffered.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
    }

    /** All texts of a key in the order added; none where it has none. */
    public List<byte[]> of(String key) {
        long at = last.get(Fingerprint.of(key), NONE);
        if (at == NONE) {
            return List.of();
        }
        var texts = new ArrayDeque<byte[]>();
        try {
            flush();
            while (at != NONE) {
                var head = read(at, HEAD);
                long before = head.getLong();
                int keyLength = head.getInt();
                texts.addFirst(read(at + HEAD + keyLength, head.getInt()).array());
                at = before;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(texts);
    }

    private ByteBuffer read(long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the scratch file is shorter than what was written to it");
            }
        }
        return bytes.flip();
    }

    public boolean has(String key) {
        return last.get(Fingerprint.of(key), NONE) != NONE;
    }

    /** The number of keys. */
    public long size() {
        return last.size();
    }

    /** Reads the keys, each once, in the order in which they came first. Texts of them may be read meanwhile, none added. */
    public Keys keys() throws IOException {
        flush();
        return new Keys();
    }

    /** Goes through the keys. */
    public final class Keys {

        private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER).limit(0);
        private long next;

        private Keys() {}

        /** The next key; null at the end. */
        public @Nullable String next() throws IOException {
            while (next < written) {
                var head = bytes(next, HEAD);
                long before = head.getLong();
                int keyLength = head.getInt();
                int textLength = head.getInt();
                long keyAt = next + HEAD;
                next = keyAt + keyLength + textLength;
                if (before == NONE) {
                    var key = new byte[keyLength];
                    bytes(keyAt, keyLength).get(key);
                    return new String(key, StandardCharsets.UTF_8);
                }
            }
            return null;
        }

        private long aheadFrom;

        private ByteBuffer bytes(long at, int length) throws IOException {
            if (at < aheadFrom || at + length > aheadFrom + ahead.limit()) {
                ahead.clear();
                aheadFrom = at;
                while (ahead.position() < length) {
                    if (file.read(ahead, at + ahead.position()) < 0) {
                        throw new IOException("the scratch file is shorter than what was written to it");
                    }
                }
                ahead.flip();
            }
            return ahead.duplicate().position((int) (at - aheadFrom));
        }
    }

    @Override
    public void close() throws IOException {
        try (last;
                file) {
            Files.deleteIfExists(path);
        }
    }
}
