package org.conductregister.query.statistics.path;

import java.io.IOException;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.HistoryStore;

/** All records, as the entries taken in so far have them. One thread at a time. */
public final class RegisterFold {

    /** How many records are held ready where nothing else is said. */
    public static final int READY = 50_000;

    private final PointSink points;
    private final HistoryStore histories;
    private final Records records;
    private long lastPosition;

    /** Whether an entry failed while its points were being told. */
    private boolean torn;

    /** @param room where histories lie */
    public RegisterFold(PointSink points, BufferAllocator room) {
        this(points, READY, room);
    }

    /** @param ready how many records to hold ready between entries, 1 or more; it bears on speed alone */
    public RegisterFold(PointSink points, int ready, BufferAllocator room) {
        this(points, ready, new HistoryStore(room), 0);
    }

    private RegisterFold(PointSink points, int ready, HistoryStore histories, long lastPosition) {
        this.points = points;
        this.histories = histories;
        this.records = new Records(histories, points, ready);
        this.lastPosition = lastPosition;
    }

    /**
     * Takes in one entry and tells what changes by it. One that its record has taken in before changes nothing.
     *
     * @throws IllegalStateException when entries recorded later have been taken in: what was known in between has been
     *     told, and only telling everything again can put that right; so too after an entry has failed half-way
     * @throws IllegalArgumentException when the fact does not go on the record, or its identity cannot be told from that
     *     of another entry of the record
     */
    public void apply(RecordedEntry recorded) {
        var entry = recorded.entry();
        if (!FactType.of(entry.fact()).records().contains(entry.record().kind())) {
            throw new IllegalArgumentException("%s does not go on the record of a %s"
                    .formatted(FactType.of(entry.fact()), entry.record().kind().word()));
        }
        refuseIfTorn();
        records.trim();
        var record = records.of(entry.record());
        boolean known = record.chain().has(entry.entryId());
        if (recorded.position() > lastPosition) {
            if (known) {
                throw new IllegalArgumentException(
                        "%s cannot be told from another entry of %s".formatted(entry.entryId(), entry.record()));
            }
            torn = true;
            points.entry(recorded.position(), recorded.recordedAt());
            record.take(entry.entryId(), entry.fact());
            lastPosition = recorded.position();
            torn = false;
        } else if (!known && !(entry.fact() instanceof NoteAdded)) {
            throw new IllegalStateException("entry %d comes after entry %d: the statistics must be rebuilt"
                    .formatted(recorded.position(), lastPosition));
        }
    }

    /** Whether every entry taken in was told of in full. */
    public boolean isWhole() {
        return !torn;
    }

    private void refuseIfTorn() {
        if (torn) {
            throw new IllegalStateException("an entry was taken in by half: the statistics must be rebuilt");
        }
    }

    /** Of the last entry taken in; 0 before any. */
    public long lastPosition() {
        return lastPosition;
    }

    /**
     * What there is now, to be saved by another thread while this one goes on. It costs next to nothing to take.
     *
     * @throws IllegalStateException after an entry has failed half-way
     */
    public Image image() {
        refuseIfTorn();
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
            to.longNumber(lastPosition);
            histories.save(to);
        }
    }

    /**
     * The register that was saved, which goes on telling points once the stream has {@link LoadStream#finish finished}.
     *
     * @param points where those of the entries until then have been told, or that has been loaded of them
     * @throws IOException also when it was saved by a program that knows other facts
     */
    public static RegisterFold load(LoadStream from, PointSink points, BufferAllocator room) throws IOException {
        return load(from, points, READY, room);
    }

    /** As {@link #load(LoadStream, PointSink, BufferAllocator)}, with a number of records to hold ready. */
    public static RegisterFold load(LoadStream from, PointSink points, int ready, BufferAllocator room)
            throws IOException {
        long lastPosition = from.longNumber();
        return new RegisterFold(points, ready, HistoryStore.load(from, room), lastPosition);
    }
}
