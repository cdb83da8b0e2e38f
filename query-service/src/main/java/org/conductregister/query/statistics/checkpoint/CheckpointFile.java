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

/**
 * A file that holds one checkpoint: a magic string, a {@link Heading}, a body, and a CRC-32C of all that. A new checkpoint is
 * written to a file beside it, forced to disk, and then renamed over the old one, so that the file is always whole. One thread
 * at a time.
 */
public final class CheckpointFile {

    private static final String MAGIC = "conduct-register statistics";
    private static final int BUFFER = 1 << 20;

    private final Path path;

    public CheckpointFile(Path path) {
        this.path = path;
    }

    /** Writes a body. */
    @FunctionalInterface
    public interface Body {

        void save(SaveStream out) throws IOException;
    }

    /** Reads a body. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads a body.
         *
         * @throws IOException also if the heading is not acceptable; its message says why
         */
        T load(Heading heading, LoadStream in) throws IOException;
    }

    /** The directory of the file, which is created by the first {@link #write}. */
    public Path directory() {
        return requireNonNull(path.toAbsolutePath().getParent(), "it is a file, and so in a directory");
    }

    /**
     * Replaces the checkpoint.
     *
     * @throws IOException if that fails; the old one then remains
     */
    public void write(Heading heading, Body body) throws IOException {
        Files.createDirectories(directory());
        var temporary = sibling(".new");
        try (var channel = FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var file = Channels.newOutputStream(channel)) {
            write(file, heading, body);
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(OutputStream file, Heading heading, Body body) throws IOException {
        var checksum = new CRC32C();
        var buffered = new BufferedOutputStream(file, BUFFER);
        var out = new SaveStream(new CheckedOutputStream(buffered, checksum));
        out.writeString(MAGIC);
        heading.save(out);
        body.save(out);
        out.flush();
        buffered.write(
                ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array());
        buffered.flush();
    }

    /**
     * Reads the checkpoint. The reader is not called before the checksum has been verified.
     *
     * @return what the reader returned; empty if there is no file
     * @throws IOException if the file is damaged or is no checkpoint, or if the reader does not accept it
     */
    public <T> Optional<T> read(Reader<T> reader) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        verify();
        try (var file = Files.newInputStream(path)) {
            var in = new LoadStream(file);
            if (!in.readString().equals(MAGIC)) {
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
     * Renames the file, so that it can be examined and is not read again.
     *
     * @return its new path
     */
    public Path setAside() throws IOException {
        return Files.move(path, sibling(".set-aside"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes the file, if there is one. */
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
