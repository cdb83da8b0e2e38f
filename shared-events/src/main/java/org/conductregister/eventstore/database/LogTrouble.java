package org.conductregister.eventstore.database;

/**
 * Why no entries are taken, or not all that was recorded can be read.
 *
 * @param sentence for the person who runs the register
 */
public record LogTrouble(Kind kind, String sentence) {

    /** The kinds of trouble, from one that passes by itself to one that lasts. */
    public enum Kind {
        /** There is no room for more; entries are taken again once there is. */
        NO_ROOM(false),
        /** The database could not write; entries are taken again once it can. */
        NOT_WRITABLE(false),
        /** The database does not answer, or has ended the session; entries are taken again once it does. */
        UNREACHABLE(false),
        /** Entries waited too long for those before them to be written. */
        SLOW(false),
        /** The clock is behind what was recorded last; entries are taken again once it is not. */
        CLOCK_BEHIND(false),
        /** Something that is kept speaks for entries that the log does not have. */
        ENTRIES_LOST(true),
        /** Part of what was recorded cannot be read, or is not what was recorded. No entries are taken until the next start. */
        DAMAGED(true);

        private final boolean lasting;

        Kind(boolean lasting) {
            this.lasting = lasting;
        }

        /** Whether it is so until the next start of the process. */
        public boolean isLasting() {
            return lasting;
        }
    }
}
