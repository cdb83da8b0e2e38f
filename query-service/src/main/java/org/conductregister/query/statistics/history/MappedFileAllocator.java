package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Allocates from a file that is mapped into memory, so that the operating system need not hold in memory what is not in use.
 * The file is scratch space: it is deleted when the process ends, or before. For one thread.
 */
public final class MappedFileAllocator implements BufferAllocator {

    private static final int LEAST_MAPPED = 1 << 20;
    private static final int MOST_MAPPED = 1 << 24;

    private final Path directory;
    private @Nullable FileChannel file;
    private ByteBuffer free = ByteBuffer.allocate(0);

    /**
     * An allocator of which nothing is allocated.
     *
     * @param directory where the file is created, once something is allocated
     */
    public MappedFileAllocator(Path directory) {
        this.directory = directory;
    }

    @Override
    public ByteBuffer allocate(int bytes) {
        if (free.remaining() < bytes) {
            try {
                free = extend(Math.max(bytes, Math.clamp(2L * free.capacity(), LEAST_MAPPED, MOST_MAPPED)));
            } catch (IOException e) {
                throw new UncheckedIOException("there is no room for histories in " + directory, e);
            }
        }
        var allocated = free.slice(free.position(), bytes);
        free.position(free.position() + bytes);
        return allocated;
    }

    /** Zeros are written first: on a full disk that fails here, whereas a write to what is merely mapped ends the process. */
    private ByteBuffer extend(int bytes) throws IOException {
        if (file == null) {
            file = open(directory);
        }
        long from = file.size();
        var zeros = ByteBuffer.allocate(bytes);
        while (zeros.hasRemaining()) {
            file.write(zeros, from + zeros.position());
        }
        return file.map(FileChannel.MapMode.READ_WRITE, from, bytes);
    }

    private static FileChannel open(Path directory) throws IOException {
        Files.createDirectories(directory);
        return FileChannel.open(
                directory.resolve("histories-" + UUID.randomUUID()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
