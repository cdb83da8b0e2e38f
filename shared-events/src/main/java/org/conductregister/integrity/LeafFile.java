package org.conductregister.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.conductregister.tlog.TreeHasher;

/** The hashes of leaves in a file that is only read; no hashes where there is no file. */
public final class LeafFile implements LeafHashes, AutoCloseable {

    private final FileChannel channel;
    private final long size;

    private LeafFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size() / TreeHasher.HASH_LENGTH;
    }

    /** Opens the hashes that were kept in a directory of sealing. */
    public static LeafHashes in(Path directory) {
        Path file = directory.resolve("hashes-0");
        try {
            return Files.exists(file) ? new LeafFile(FileChannel.open(file, StandardOpenOption.READ)) : LeafHashes.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long first, int count) {
        var hashes = ByteBuffer.allocate(count * TreeHasher.HASH_LENGTH);
        try {
            while (hashes.hasRemaining()) {
                if (channel.read(hashes, first * TreeHasher.HASH_LENGTH + hashes.position()) < 0) {
                    throw new IOException("The file of hashes ends early");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
