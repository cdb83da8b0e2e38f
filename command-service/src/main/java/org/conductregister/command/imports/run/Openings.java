package org.conductregister.command.imports.run;

import org.conductregister.command.imports.scratch.Fingerprint;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.entries.RecordId;

/**
 * Which cases one sheet has opened, and which it tried to and could not. A fact on one of the latter is held back, for it
 * would land on a case that the sheet does not mean, or on none. For one thread.
 */
final class Openings {

    private static final long NEITHER = 0;
    private static final long OPENED = 1;
    private static final long HELD_BACK = 2;

    private final LongTable cases;

    /** @param cases in which they are remembered */
    Openings(LongTable cases) {
        this.cases = cases;
    }

    /** Whether the sheet has opened the case, or stated again how it was opened. */
    boolean isOpened(RecordId record) {
        return what(record) == OPENED;
    }

    boolean isHeldBack(RecordId record) {
        return what(record) == HELD_BACK;
    }

    private long what(RecordId record) {
        return cases.get(Fingerprint.of(record.toString()), NEITHER);
    }

    void opened(RecordId record) {
        cases.put(Fingerprint.of(record.toString()), OPENED, NEITHER);
    }

    /** Takes note that an opening was refused. */
    void refused(RecordId record) {
        if (!isOpened(record)) {
            cases.put(Fingerprint.of(record.toString()), HELD_BACK, NEITHER);
        }
    }
}
