package org.conductregister.query.disclosure;

/** The state of a cell of a published table. */
public enum CellState {
    /** Shown as it was counted. */
    SHOWN,
    /** Hidden, since it is small. */
    SMALL,
    /** Hidden, since small ones could be worked out from it. */
    SECONDARY,
    /** Hidden with all that is on its line, or since it was hidden in a table published before; it may be 0. */
    HELD,
    /** Rounded. */
    ROUNDED;

    /** Whether a reader sees a sign in place of a number. */
    public boolean isHidden() {
        return this != SHOWN && this != ROUNDED;
    }
}
