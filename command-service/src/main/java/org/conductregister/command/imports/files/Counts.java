package org.conductregister.command.imports.files;

import org.conductregister.command.imports.rows.Batch;

/**
 * The rows of an import counted by their outcome so far.
 *
 * @param read rows (lines of entries) read
 * @param recorded facts recorded; of a check, those that would be
 * @param repeated facts that were recorded before
 * @param refused rows of which at least one fact was refused
 * @param blank rows that state nothing
 * @param totals rows that sum up others
 * @param leftOut facts that rows do not state
 */
public record Counts(long read, long recorded, long repeated, long refused, long blank, long totals, long leftOut) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** The counts of an import that is gone on with. */
    public static Counts of(ImportProgress progress) {
        return new Counts(
                progress.read(),
                progress.recorded(),
                progress.repeated(),
                progress.refused(),
                progress.blank(),
                progress.totals(),
                progress.leftOut());
    }

    public Counts and(Batch batch, long moreRecorded, long moreRepeated, long refusedRows) {
        return new Counts(
                read + batch.read(),
                recorded + moreRecorded,
                repeated + moreRepeated,
                refused + refusedRows,
                blank + batch.blank(),
                totals + batch.totals(),
                leftOut + batch.leftOut());
    }

    public Counts withRefused(long rows) {
        return new Counts(read, recorded, repeated, rows, blank, totals, leftOut);
    }
}
