package org.conductregister.command.imports.run;

import java.util.HashSet;
import java.util.Set;
import org.conductregister.command.imports.mapping.rows.Fingerprints;
import org.conductregister.entries.RecordId;

/**
 * Which cases one sheet has opened, and which it tried to and could not. A fact on one of the latter is held back, for it
 * would land on a case that the sheet does not mean, or on none. For one thread.
 */
final class Openings {

    private final Fingerprints opened = new Fingerprints();
    private final Set<RecordId> heldBack = new HashSet<>();

    /** Whether the sheet has opened the case, or stated again how it was opened. */
    boolean isOpened(RecordId record) {
        return opened.contains(record.toString());
    }

    boolean isHeldBack(RecordId record) {
        return heldBack.contains(record);
    }

    void opened(RecordId record) {
        opened.isMadeOf(record.toString(), "");
        heldBack.remove(record);
    }

    /** Takes note that an opening was refused. */
    void refused(RecordId record) {
        if (!isOpened(record)) {
            heldBack.add(record);
        }
    }
}
