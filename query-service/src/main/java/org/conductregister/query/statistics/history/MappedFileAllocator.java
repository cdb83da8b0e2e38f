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
 * BufferAllocator in a file that is mapped into memory: of what is not in use the system need not keep anything there. The file is
 * gone when the process ends or nobody looks at it any more; what is to outlast that is kept elsewhere.
 */
public final class MappedFileAllocator implements BufferAllocator {

    private static final int LEAST = 1 << 20;
    private static final int MOST = 1 << 24;

    private final Path directory;
    private @Nullable FileChannel file;
    private ByteBuffer free = ByteBuffer.allocate(0);

    /** @param directory where the file is made, once it is needed */
    public MappedFileAllocator(Path directory) {
        this.directory = directory;
    }

    @Override
    public ByteBuffer take(int bytes) {
        if (free.remaining() < bytes) {
            try {
                free = further(Math.max(bytes, Math.clamp(2L * free.capacity(), LEAST, MOST)));
            } catch (IOException e) {
                throw new UncheckedIOException("there is no room for histories in " + directory, e);
            }
        }
        var taken = free.slice(free.position(), bytes);
        free.position(free.position() + bytes);
        return taken;
    }

    /** Zeros are written, for where a disk has no room for what was only mapped, the process would end. */
    private ByteBuffer further(int bytes) throws IOException {
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
