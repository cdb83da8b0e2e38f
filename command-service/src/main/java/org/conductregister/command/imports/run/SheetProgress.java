package org.conductregister.command.imports.run;

import org.conductregister.command.imports.files.Counts;

/** Follows the run over a sheet: the rows that are read, and then the facts recorded and refused. */
public interface SheetProgress extends ImportRun.Listener {

    /** Returns whether to go on, {@code read} rows having been looked at. */
    boolean looked(long read);

    /** Returns whether to go on, so many lines of what earlier sheets said having been read. */
    boolean readEarlier(long lines);

    /** Returns whether to go on, {@code done} of about {@code of} records having been compared. */
    boolean compared(Counts counts, long done, long of);
}
