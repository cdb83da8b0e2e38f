package org.conductregister.query.statistics.path;

import java.io.IOException;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.HistoryStore;

/**
 * Folds the log, entry by entry, and emits the points by which each entry changes the paths of units. Costs a few microseconds
 * for an entry that is the latest of its record by day, and a fold of the records concerned for any other. One thread at a
 * time.
 */
public final class RegisterFold {

    /** The number of records cached by default. */
    public static final int CACHED_RECORDS = 50_000;

    private final PointSink points;
    private final HistoryStore histories;
    private final Records records;
    private long lastPosition;

    /** Whether an entry failed while its points were being emitted. */
    private boolean partlyApplied;

    /** @param allocator of the memory that histories are kept in */
    public RegisterFold(PointSink points, BufferAllocator allocator) {
        this(points, CACHED_RECORDS, allocator);
    }

    /** @param cachedRecords how many records to keep cached between entries, 1 or more; no answer depends on it */
    public RegisterFold(PointSink points, int cachedRecords, BufferAllocator allocator) {
        this(points, cachedRecords, new HistoryStore(allocator), 0);
    }

    private RegisterFold(PointSink points, int cachedRecords, HistoryStore histories, long lastPosition) {
        this.points = points;
        this.histories = histories;
        this.records = new Records(histories, points, cachedRecords);
        this.lastPosition = lastPosition;
    }

    /**
     * Applies one entry and emits the points for what changes by it. An entry that its record has changes nothing.
     *
     * @throws IllegalStateException when entries recorded later have been applied: the points in between are wrong then, and
     *     only a rebuild can put that right; likewise after an entry has failed half-way
     * @throws IllegalArgumentException when the fact does not go on the record, or its identity is, as kept, the same as that of
     *     another entry of the record
     */
    public void apply(RecordedEntry recorded) {
        var entry = recorded.entry();
        if (!FactType.of(entry.fact()).records().contains(entry.record().kind())) {
            throw new IllegalArgumentException("%s does not go on the record of a %s"
                    .formatted(FactType.of(entry.fact()), entry.record().kind().word()));
        }
        refuseIfPartlyApplied();
        records.trim();
        var record = records.of(entry.record());
        boolean known = record.history().contains(entry.entryId());
        if (recorded.position() > lastPosition) {
            if (known) {
                throw new IllegalArgumentException(
                        "%s has the same identity as another entry of %s".formatted(entry.entryId(), entry.record()));
            }
            partlyApplied = true;
            points.entry(recorded.position(), recorded.recordedAt());
            record.apply(entry.entryId(), entry.fact());
            lastPosition = recorded.position();
            partlyApplied = false;
        } else if (!known && !(entry.fact() instanceof NoteAdded)) {
            throw new IllegalStateException("entry %d comes after entry %d: the statistics must be rebuilt"
                    .formatted(recorded.position(), lastPosition));
        }
    }

    /** Whether the points of every entry applied were emitted in full. */
    public boolean isWhole() {
        return !partlyApplied;
    }

    private void refuseIfPartlyApplied() {
        if (partlyApplied) {
            throw new IllegalStateException("an entry was applied in part: the statistics must be rebuilt");
        }
    }

    /** The position of the last entry applied; 0 before any. */
    public long lastPosition() {
        return lastPosition;
    }

    /**
     * An image of the register as it is now, which another thread may save while this one goes on; O(records).
     *
     * @throws IllegalStateException after an entry has failed half-way
     */
    public Image image() {
        refuseIfPartlyApplied();
        return new Image(lastPosition, histories.image());
    }

    /** A register as it was when the image was taken. */
    public static final class Image {

        private final long lastPosition;
        private final HistoryStore.Image histories;

        private Image(long lastPosition, HistoryStore.Image histories) {
            this.lastPosition = lastPosition;
            this.histories = histories;
        }

        public void save(SaveStream to) throws IOException {
            to.writeLong(lastPosition);
            histories.save(to);
        }
    }

    /**
     * Loads a saved register, which may apply entries once the stream has {@link LoadStream#finish finished}.
     *
     * @param points that the points of the entries so far were emitted to, or a copy loaded from a checkpoint
     * @throws IOException also when it was saved by a program that knows other facts
     */
    public static RegisterFold load(LoadStream from, PointSink points, BufferAllocator allocator) throws IOException {
        return load(from, points, CACHED_RECORDS, allocator);
    }

    /** As {@link #load(LoadStream, PointSink, BufferAllocator)}, with a number of records to cache. */
    public static RegisterFold load(LoadStream from, PointSink points, int cachedRecords, BufferAllocator allocator)
            throws IOException {
        long lastPosition = from.readLong();
        return new RegisterFold(points, cachedRecords, HistoryStore.load(from, allocator), lastPosition);
    }
}
