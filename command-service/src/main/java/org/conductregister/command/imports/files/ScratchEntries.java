package org.conductregister.command.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts by key in a temporary file, in the order added: what a check of a large sheet would have recorded, and what an
 * earlier sheet had said. In memory is where the last text of each key lies, and each text names the one before it. For one
 * thread; the file goes when it is closed.
 */
public final class ScratchEntries implements Closeable {

    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final FileChannel file;
    private final Map<String, Long> last = new LinkedHashMap<>();
    private final ByteBuffer buffered = ByteBuffer.allocate(BUFFER);
    private long written;

    /** @param directory where the file is made */
    ScratchEntries(Path directory) throws IOException {
        path = Files.createTempFile(directory, "scratch", ".part");
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Adds a text behind those of its key. */
    public void add(String key, byte[] text) {
        try {
            if (buffered.remaining() < HEAD + text.length) {
                flush();
            }
            long at = written + buffered.position();
            var before = last.put(key, at);
            if (HEAD + text.length > buffered.capacity()) {
                var large = ByteBuffer.allocate(HEAD + text.length);
                put(large, before, text);
                write(large.flip());
            } else {
                put(buffered, before, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ByteBuffer to, @Nullable Long before, byte[] text) {
        to.putLong(before == null ? -1 : before).putInt(text.length).put(text);
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
        var at = last.get(key);
        if (at == null) {
            return List.of();
        }
        var texts = new ArrayDeque<byte[]>();
        try {
            if (buffered.position() > 0) {
                flush();
            }
            for (long next = at; next >= 0; ) {
                var head = read(next, HEAD);
                long before = head.getLong();
                texts.addFirst(read(next + HEAD, head.getInt()).array());
                next = before;
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

    /** The keys, each once, in the order in which they came first. */
    public Iterable<String> keys() {
        return last.keySet();
    }

    public boolean has(String key) {
        return last.containsKey(key);
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
