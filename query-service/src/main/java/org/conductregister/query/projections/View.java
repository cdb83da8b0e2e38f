package org.conductregister.query.projections;

import java.time.Instant;
import org.conductregister.entries.RecordedEntry;

/**
 * A read model: what it shows is a function of the log, and it can be thrown away and built again. One thread writes;
 * many read meanwhile.
 */
public interface View {

    /** As in {@code /api/v1/projections}; stable. */
    String name();

    /**
     * Takes in one entry. Entries come in order of position; one that was taken in before may come again and must change
     * nothing.
     *
     * @throws RuntimeException when this entry cannot be taken in: it becomes a dead letter, as do later ones of its record
     */
    void apply(RecordedEntry entry);

    /**
     * Makes what was taken in since the last call visible to readers, all at once, and keeps it.
     *
     * @param position of the last entry seen, taken in or dead
     * @param recordedAt of that entry
     */
    void commit(long position, Instant recordedAt);

    /** Forgets everything, before a rebuild. */
    void reset();
}
