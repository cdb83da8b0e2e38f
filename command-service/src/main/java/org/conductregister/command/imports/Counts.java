package org.conductregister.command.imports;

/**
 * What became of the rows of an import so far.
 *
 * @param read rows (lines of entries) read
 * @param recorded facts recorded; of a check, those that would be
 * @param repeated facts that were recorded before
 * @param refused rows of which at least one fact was refused
 * @param blank rows that state nothing
 * @param totals rows that sum up others
 * @param leftOut facts that rows do not state
 */
record Counts(long read, long recorded, long repeated, long refused, long blank, long totals, long leftOut) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    Counts and(Batch batch, BatchRecorder.Outcome outcome, long refusedRows) {
        return new Counts(
                read + batch.read(),
                recorded + outcome.recorded(),
                repeated + outcome.repeated(),
                refused + refusedRows,
                blank + batch.blank(),
                totals + batch.totals(),
                leftOut + batch.leftOut());
    }
}
