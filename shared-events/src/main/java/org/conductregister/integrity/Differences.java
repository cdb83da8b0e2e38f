package org.conductregister.integrity;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.integrity.Verdict.Altered;

/** Says how the first entry that differs came to: by looking which entry would have the kept leaf of which position. */
final class Differences {

    /** How far entries are looked for that were shifted by others put in or taken out. */
    private static final int WINDOW = 500;

    private final RowSource rows;
    private final LeafHashes kept;
    private final EntryLeaf leaf;

    Differences(RowSource rows, LeafHashes kept, EntryLeaf leaf) {
        this.rows = rows;
        this.kept = kept;
        this.leaf = leaf;
    }

    static Altered changed(long position) {
        return new Altered(Alteration.CHANGED, position, "The entry at position %d was changed.".formatted(position));
    }

    static Altered removed(long position, long count) {
        return new Altered(
                Alteration.REMOVED,
                position,
                count == 1
                        ? "The entry at position %d was removed.".formatted(position)
                        : "The entries at positions %d to %d were removed.".formatted(position, position + count - 1));
    }

    /** @param seen the number of entries that were seen before */
    static Altered cutOff(long last, long seen) {
        return new Altered(
                Alteration.CUT_OFF,
                last + 1,
                "The log was cut off: it ends at position %d, and there were %d entries.".formatted(last, seen));
    }

    /** @param differing in order of position, at least one */
    Altered name(List<StoredRow> differing) {
        StoredRow first = differing.getFirst();
        long position = first.position();
        List<StoredRow> others = new ArrayList<>(rows.from(position + 1, WINDOW));
        others.addAll(differing.subList(1, differing.size()));
        StoredRow belongsHere =
                others.stream().filter(other -> fits(other, first)).findFirst().orElse(null);
        StoredRow belongsThere =
                others.stream().filter(other -> fits(first, other)).findFirst().orElse(null);
        if (belongsHere != null && belongsThere != null) {
            return swapped(position, belongsHere.position());
        } else if (belongsHere != null) {
            return inserted(position, belongsHere.position() - position);
        }
        long removed = belongsThere == null ? atEnd(first, others) : belongsThere.position() - position;
        return removed > 0 ? removed(position, removed) : changed(position);
    }

    /** Where the log got shorter than what is kept, an entry may belong to a position that no other has now. */
    private long atEnd(StoredRow first, List<StoredRow> others) {
        long last = others.isEmpty() ? first.position() : others.getLast().position();
        for (long position = last + 1; position <= Math.min(kept.size(), last + WINDOW); position++) {
            if (kept.has(position, leaf.hashOf(first.at(position, first.recordedAt())))) {
                return position - first.position();
            }
        }
        return 0;
    }

    /** Whether an entry, put in the place of another, would have the leaf kept for that place. */
    private boolean fits(StoredRow row, StoredRow place) {
        return fits(row, place.position(), row.recordedAt())
                || (place.recordedAt() != row.recordedAt() && fits(row, place.position(), place.recordedAt()));
    }

    private boolean fits(StoredRow row, long position, long recordedAt) {
        return kept.has(position, leaf.hashOf(row.at(position, recordedAt)));
    }

    private static Altered swapped(long position, long other) {
        return new Altered(
                Alteration.SWAPPED,
                position,
                "The entry at position %d was swapped for the one at position %d.".formatted(position, other));
    }

    private static Altered inserted(long position, long count) {
        return new Altered(
                Alteration.INSERTED,
                position,
                count == 1
                        ? "An entry was inserted at position %d.".formatted(position)
                        : "%d entries were inserted at position %d.".formatted(count, position));
    }
}
