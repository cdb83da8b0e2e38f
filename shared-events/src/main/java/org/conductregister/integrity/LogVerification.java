package org.conductregister.integrity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.conductregister.integrity.Verdict.Altered;
import org.conductregister.integrity.Verdict.Whole;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.CompactRange;
import org.conductregister.tlog.TreeHasher;
import org.jspecify.annotations.Nullable;

/**
 * Compares a log with the heads that were signed of it. Reads all entries once, in order: 1 million in some seconds. Up to the
 * first head that the log does not have, all is as it was sealed. Which entry before that head differs is told by the kept
 * hashes of the leaves, where they have the head's root themselves. Not thread-safe, and of one use.
 */
public final class LogVerification {

    private static final int PAGE = 2_000;

    /** More entries that differ than this do not help to say how the first of them came to. */
    private static final int MOST_DIFFERING = 2_000;

    private final RowSource rows;
    private final LeafHashes kept;
    private final List<Checkpoint> heads;
    private final EntryLeaf leaf = new EntryLeaf();

    /** Entries after the last head that fits, whose leaves are not those kept. */
    private final List<StoredRow> differing = new ArrayList<>();

    private CompactRange tree = new CompactRange();
    private CompactRange keptTree = new CompactRange();
    private int nextHead;

    /** The size of the last head that fits. */
    private long proved;

    /** The first head that the log does not have. */
    private @Nullable Checkpoint unlike;

    private boolean keptHasItsRoot;
    private long last;
    private long firstOfWrongChecksum = Long.MAX_VALUE;

    /**
     * Prepares a verification.
     *
     * @param kept the hashes as they were when they were sealed, which may have been altered themselves
     * @param heads of one name, in order of their sizes; their signatures are checked already
     */
    public LogVerification(RowSource rows, LeafHashes kept, List<Checkpoint> heads) {
        this.rows = rows;
        this.kept = kept;
        this.heads = heads;
    }

    /**
     * Reads the log.
     *
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if it cannot be read
     */
    public Verdict verify() {
        compareWithHeads();
        List<StoredRow> page = rows.from(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            long first = page.getFirst().position();
            byte[] hashes = keptFrom(first, page.size());
            for (StoredRow row : page) {
                if (row.position() != last + 1) {
                    return conclude(outOfOrder(row));
                }
                take(row, hashes, (int) (row.position() - first));
            }
            if (differing.size() >= MOST_DIFFERING && unlike != null) {
                break;
            }
            page = rows.from(last + 1, PAGE);
        }
        return conclude(last < sealed() ? Differences.cutOff(last, sealed()) : null);
    }

    /** The kept hashes from a position on, as far as there are any. */
    private byte[] keptFrom(long position, long most) {
        long count = Math.min(most, Math.min(kept.size(), sealed()) - position + 1);
        return position < 1 || count <= 0 ? new byte[0] : kept.read(position - 1, (int) count);
    }

    private void take(StoredRow row, byte[] hashes, int index) {
        last = row.position();
        if (!row.checksumFits()) {
            firstOfWrongChecksum = Math.min(firstOfWrongChecksum, row.position());
        }
        byte[] hash = leaf.hashOf(row);
        boolean isKept = (index + 1) * TreeHasher.HASH_LENGTH <= hashes.length;
        byte[] was = isKept ? LeafHashes.at(hashes, index) : hash;
        if (!Arrays.equals(was, hash) && differing.size() < MOST_DIFFERING) {
            differing.add(row);
        }
        if (unlike == null) {
            tree.append(hash);
            if (isKept) {
                keptTree.append(was);
            }
            compareWithHeads();
        }
    }

    private void compareWithHeads() {
        while (unlike == null && nextHead < heads.size() && heads.get(nextHead).size() == tree.size()) {
            Checkpoint head = heads.get(nextHead++);
            if (Arrays.equals(tree.root(), head.root())) {
                proved = head.size();
                differing.clear();
                keptTree = tree.copy();
            } else {
                unlike = head;
                keptHasItsRoot = isRootOfKept(head);
            }
        }
    }

    private boolean isRootOfKept(Checkpoint head) {
        return keptTree.size() == head.size() && Arrays.equals(keptTree.root(), head.root());
    }

    private long sealed() {
        return heads.isEmpty() ? 0 : heads.getLast().size();
    }

    private Altered outOfOrder(StoredRow row) {
        if (row.position() <= last) {
            return new Altered(
                    Alteration.INSERTED,
                    row.position(),
                    "An entry was inserted at position %d.".formatted(row.position()));
        }
        return Differences.removed(last + 1, row.position() - last - 1);
    }

    /** @param end what is wrong where reading ended; null where nothing is */
    private Verdict conclude(@Nullable Altered end) {
        boolean doubtful = end != null && (end.alteration() == Alteration.CUT_OFF || !differing.isEmpty());
        if (unlike == null && doubtful) {
            unlike = heads.get(nextHead);
            extendKeptTo(unlike.size());
            keptHasItsRoot = isRootOfKept(unlike);
        }
        Altered first = unlike == null ? end : differs(unlike, end);
        if (firstOfWrongChecksum <= proved || (first == null && firstOfWrongChecksum != Long.MAX_VALUE)) {
            return Differences.changed(firstOfWrongChecksum);
        }
        return first == null ? whole() : first;
    }

    private void extendKeptTo(long size) {
        while (keptTree.size() < size) {
            byte[] more = keptFrom(keptTree.size() + 1, Math.min(PAGE, size - keptTree.size()));
            if (more.length == 0) {
                return;
            }
            for (int i = 0; i < more.length / TreeHasher.HASH_LENGTH; i++) {
                keptTree.append(LeafHashes.at(more, i));
            }
        }
    }

    private Altered differs(Checkpoint head, @Nullable Altered end) {
        if (keptHasItsRoot) {
            if (differing.isEmpty()) {
                return Objects.requireNonNull(end, "the kept hashes have another root than the log");
            }
            return firstOfWrongChecksum < differing.getFirst().position()
                    ? Differences.changed(firstOfWrongChecksum)
                    : new Differences(rows, kept, leaf).name(differing);
        }
        return new Altered(
                Alteration.UNLIKE_HEAD,
                proved + 1,
                ("The log does not have the root that was signed at %d entries: it differs at a position from %d on, and"
                                + " ends at %d.")
                        .formatted(head.size(), proved + 1, last));
    }

    private Whole whole() {
        long after = last - sealed();
        String sealed = heads.isEmpty()
                ? "No head of the log was signed yet."
                : "The log is what was sealed: %,d entries.".formatted(sealed());
        String rest = after == 0 ? "" : " After them, not sealed yet: %,d.".formatted(after);
        return new Whole(sealed(), after, sealed + rest);
    }
}
