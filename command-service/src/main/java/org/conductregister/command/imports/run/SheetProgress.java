package org.conductregister.command.imports.run;

/** Follows the run over a sheet: the rows that are read, and then the facts recorded and refused. */
public interface SheetProgress extends ImportRun.Listener {

    /** Returns whether to go on, {@code read} rows having been looked at. */
    boolean looked(long read);
}
