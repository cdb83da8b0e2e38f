package org.conductregister.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of a growing tree in files, one for each level of tiles, in order: the hashes of a tile are 8 kB of the file of its
 * level. 32.1 bytes a leaf. One thread appends at a time; others may read what was appended before. Nothing is on disk for
 * certain before {@link #sync}.
 */
public final class TileFiles implements SubtreeHashes, AutoCloseable {

    /** 256 to the power of this is more leaves than there will be. */
    private static final int LEVELS = 5;

    private static final int BITS = 8;
    private static final int LENGTH = TreeHasher.HASH_LENGTH;

    private final List<FileChannel> levels = new ArrayList<>(LEVELS);
    private volatile long size;

    /**
     * Opens the files, or makes them.
     *
     * @param size of which the hashes are certainly whole; later ones are dropped
     */
    public TileFiles(Path directory, long size) {
        try {
            Files.createDirectories(directory);
            for (int level = 0; level < LEVELS; level++) {
                levels.add(FileChannel.open(
                        directory.resolve("hashes-" + level),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
            }
            this.size = Math.min(size, levels.getFirst().size() / LENGTH);
            truncate();
            completeUpperLevels();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void truncate() throws IOException {
        for (int level = 0; level < LEVELS; level++) {
            levels.get(level).truncate((size >> (BITS * level)) * LENGTH);
        }
    }

    /** Returns the number of leaves. */
    public long size() {
        return size;
    }

    /** Drops all leaves. */
    public void clear() {
        size = 0;
        try {
            truncate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends the hashes of leaves, one after the other. */
    public void append(byte[] leafHashes) {
        try {
            long before = size;
            write(levels.getFirst(), leafHashes, before * LENGTH);
            size = before + leafHashes.length / LENGTH;
            completeUpperLevels();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void completeUpperLevels() throws IOException {
        var hasher = new TreeHasher();
        for (int level = 1; level < LEVELS; level++) {
            FileChannel channel = levels.get(level);
            for (long next = channel.size() / LENGTH; next < size >> (BITS * level); next++) {
                byte[] below = read(level - 1, next * Tile.WIDTH, Tile.WIDTH);
                write(channel, hasher.complete(below), next * LENGTH);
            }
        }
    }

    /** Returns once all that was appended is on disk. */
    public void sync() {
        try {
            for (FileChannel level : levels) {
                level.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] subtree(int height, long index) {
        int within = height % BITS;
        return new TreeHasher().complete(read(height / BITS, index << within, 1 << within));
    }

    /**
     * Returns hashes of a level, one after the other.
     *
     * @param first the index of the first hash within the level
     * @throws IllegalArgumentException if the tree does not have them
     */
    public byte[] read(int level, long first, int count) {
        if (first < 0 || level >= LEVELS || first + count > size >> (BITS * level)) {
            throw new IllegalArgumentException("A tree of %d leaves has no hashes %d to %d of level %d"
                    .formatted(size, first, first + count, level));
        }
        var hashes = ByteBuffer.allocate(count * LENGTH);
        try {
            while (hashes.hasRemaining()) {
                if (levels.get(level).read(hashes, first * LENGTH + hashes.position()) < 0) {
                    throw new IOException("The file of hashes of level %d ends early".formatted(level));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes.array();
    }

    private static void write(FileChannel channel, byte[] bytes, long position) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    @Override
    public void close() {
        try {
            for (FileChannel level : levels) {
                level.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
