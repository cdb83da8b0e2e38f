package org.conductregister.command.imports.files;

import org.jspecify.annotations.Nullable;

/**
 * A step of an import that runs, and how far it is.
 *
 * @param done rows looked at or judged, lines of an earlier import read, records compared, entries recorded or retracted
 * @param of about how many there are; null where that is not known
 */
public record Step(Doing doing, long done, @Nullable Long of) {

    /** The kind of step. */
    public enum Doing {
        /** All values of a sheet are looked at, before anything is recorded. */
        LOOKING,
        /** The rows, or lines of entries, are checked or recorded. */
        JUDGING,
        /** The journal of an earlier import is read, to compare with what it said or to undo what it recorded. */
        READING_EARLIER,
        /** Records are compared with what earlier sheets said of them. */
        COMPARING,
        /** The accepted proposals of a comparison are recorded. */
        ACCEPTING,
        /** The entries recorded are retracted. */
        UNDOING
    }
}
