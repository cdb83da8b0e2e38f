package org.conductregister.command.imports.files;

import org.jspecify.annotations.Nullable;

/**
 * What is being done with an import that runs, and how far that is.
 *
 * @param done rows looked at or judged, records compared, entries recorded or retracted
 * @param of about how many there are; null where that is not known
 */
public record Step(Doing doing, long done, @Nullable Long of) {

    /** What is being done. */
    public enum Doing {
        /** All values of a sheet are looked at, before anything is recorded. */
        LOOKING,
        /** The rows, or lines of entries, are checked or recorded. */
        JUDGING,
        /** Records are compared with what earlier sheets said of them. */
        COMPARING,
        /** What a comparison proposed is recorded. */
        ACCEPTING,
        /** What was recorded is retracted. */
        UNDOING
    }
}
