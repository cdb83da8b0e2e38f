package org.conductregister.command.imports.files;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.conductregister.platform.DurableFiles;

/**
 * Writes lines of UTF-8 to a file that is on disk once it is synced or closed. Half a character, which no encoding can write,
 * is written as a '?'. For one thread.
 */
public final class DurableWriter extends Writer {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final Writer out;

    private DurableWriter(FileChannel file) {
        this.file = file;
        this.out = new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(file), StandardCharsets.UTF_8), BUFFER);
    }

    /** Begins a file anew. */
    static DurableWriter begin(Path path) throws IOException {
        return open(path, 0);
    }

    /** Goes on behind what a file has; a line of which a power cut left the beginning alone is ended. */
    static DurableWriter goOn(Path path) throws IOException {
        return open(path, Long.MAX_VALUE);
    }

    private static DurableWriter open(Path path, long kept) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            file.truncate(kept);
            file.position(file.size());
            DurableFiles.syncDirectory(requireNonNull(path.toAbsolutePath().getParent()));
            var writer = new DurableWriter(file);
            if (endsWithinALine(file)) {
                writer.write('\n');
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static boolean endsWithinALine(FileChannel file) throws IOException {
        var last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        out.write(characters, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Returns once all that was written is on disk. */
    void sync() throws IOException {
        out.flush();
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (file.isOpen()) {
                sync();
            }
        }
    }
}
