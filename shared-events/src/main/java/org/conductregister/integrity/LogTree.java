package org.conductregister.integrity;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conductregister.integrity.Verdict.Altered;
import org.conductregister.tlog.MerkleTree;
import org.conductregister.tlog.TileFiles;

/**
 * The tree of a log, which grows with it. One thread at a time lets it grow; others may read meanwhile what was in it before.
 */
final class LogTree implements LeafHashes, AutoCloseable {

    private static final int PAGE = 1_000;

    private final RowSource rows;
    private final TileFiles tiles;
    private final MerkleTree tree;
    private final EntryLeaf leaf = new EntryLeaf();

    /** @param sealed the number of leaves that were synced before their head was signed; the others are made anew */
    LogTree(RowSource rows, Path directory, long sealed) {
        this.rows = rows;
        this.tiles = new TileFiles(directory, sealed);
        this.tree = new MerkleTree(tiles);
    }

    @Override
    public long size() {
        return tiles.size();
    }

    @Override
    public byte[] read(long first, int count) {
        return tiles.read(0, first, count);
    }

    TileFiles tiles() {
        return tiles;
    }

    MerkleTree merkle() {
        return tree;
    }

    /**
     * Appends the leaves of the entries that come next.
     *
     * @return what is wrong with the first entry that cannot be taken in; empty where none is
     */
    Optional<Altered> grow(int most) {
        long expected = tiles.size() + 1;
        List<StoredRow> page = rows.from(expected, most);
        var hashes = new ByteArrayOutputStream();
        Optional<Altered> fault = Optional.empty();
        for (StoredRow row : page) {
            if (row.position() != expected) {
                fault = Optional.of(Differences.removed(expected, row.position() - expected));
                break;
            }
            if (!row.checksumFits()) {
                fault = Optional.of(Differences.changed(expected));
                break;
            }
            hashes.writeBytes(leaf.hashOf(row));
            expected++;
        }
        tiles.append(hashes.toByteArray());
        return fault;
    }

    /** Returns how the last entries, at most so many, differ from what they were; empty where they do not. */
    Optional<Altered> faultInLast(int most) {
        return faultFrom(Math.max(1, tiles.size() - most + 1));
    }

    /** Returns how entries from a position on differ from what they were; empty where they do not. */
    Optional<Altered> faultFrom(long position) {
        for (long next = position; next <= tiles.size(); next += PAGE) {
            int count = (int) Math.min(PAGE, tiles.size() - next + 1);
            byte[] hashes = tiles.read(0, next - 1, count);
            List<StoredRow> page = rows.from(next, count);
            for (int i = 0; i < count; i++) {
                if (i == page.size()) {
                    return Optional.of(Differences.cutOff(next + i - 1, tiles.size()));
                }
                StoredRow row = page.get(i);
                if (row.position() != next + i) {
                    return Optional.of(Differences.removed(next + i, row.position() - next - i));
                }
                if (!row.checksumFits() || !Arrays.equals(LeafHashes.at(hashes, i), leaf.hashOf(row))) {
                    return Optional.of(Differences.changed(row.position()));
                }
            }
        }
        return Optional.empty();
    }

    void sync() {
        tiles.sync();
    }

    void clear() {
        tiles.clear();
    }

    @Override
    public void close() {
        tiles.close();
    }
}
