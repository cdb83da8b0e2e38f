package org.conductregister.query.statistics.checkpoint;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.conductregister.platform.DurableFiles;

/**
 * One file that holds what a view shows at a position. It is written beside the one before and takes its place only once
 * it is whole and on disk; a checksum at its end tells whether it still is what was written.
 */
public final class CheckpointFile {

    private static final String MAGIC = "conduct-register statistics";
    private static final int BUFFER = 1 << 20;

    private final Path path;

    public CheckpointFile(Path path) {
        this.path = path;
    }

    /** Writes what follows the heading. */
    @FunctionalInterface
    public interface Body {

        void save(SaveStream out) throws IOException;
    }

    /** Reads what follows the heading. */
    @FunctionalInterface
    public interface Reader<T> {

        T load(Heading heading, LoadStream in) throws IOException;
    }

    /** Where it lies, which may not be there yet. */
    public Path directory() {
        return requireNonNull(path.toAbsolutePath().getParent(), "it is a file, and so in a directory");
    }

    /**
     * Writes the file anew, in place of the one before.
     *
     * @throws IOException when it cannot be kept; the one before is kept then
     */
    public void write(Heading heading, Body body) throws IOException {
        Files.createDirectories(directory());
        var beside = sibling(".new");
        try (var channel = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var file = Channels.newOutputStream(channel)) {
            write(file, heading, body);
            channel.force(true);
        }
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.syncDirectory(directory());
    }

    private static void write(OutputStream file, Heading heading, Body body) throws IOException {
        var checksum = new CRC32C();
        var buffered = new BufferedOutputStream(file, BUFFER);
        var out = new SaveStream(new CheckedOutputStream(buffered, checksum));
        out.text(MAGIC);
        heading.save(out);
        body.save(out);
        out.flush();
        buffered.write(
                ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array());
        buffered.flush();
    }

    /**
     * Reads the file. Nothing of it is taken in before its checksum is found right.
     *
     * @return what was read; empty where there is no file
     * @throws IOException where the file is not whole, or not one of these
     */
    public <T> Optional<T> read(Reader<T> reader) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        verify();
        try (var file = Files.newInputStream(path)) {
            var in = new LoadStream(file);
            if (!in.text().equals(MAGIC)) {
                throw new IOException("it is not a checkpoint of statistics");
            }
            var loaded = reader.load(Heading.load(in), in);
            in.finish();
            return Optional.of(loaded);
        }
    }

    private void verify() throws IOException {
        long left = Files.size(path) - Long.BYTES;
        if (left < 0) {
            throw new IOException("it is cut off");
        }
        var checksum = new CRC32C();
        var buffer = new byte[BUFFER];
        try (InputStream file = Files.newInputStream(path)) {
            while (left > 0) {
                int read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("it is cut off");
                }
                checksum.update(buffer, 0, read);
                left -= read;
            }
            if (ByteBuffer.wrap(file.readNBytes(Long.BYTES)).getLong() != checksum.getValue()) {
                throw new IOException("its checksum is wrong");
            }
        }
    }

    /**
     * Puts the file out of the way, so that it can be looked at and is not read again.
     *
     * @return where it is now
     */
    public Path setAside() throws IOException {
        return Files.move(path, sibling(".set-aside"), StandardCopyOption.REPLACE_EXISTING);
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private Path sibling(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
