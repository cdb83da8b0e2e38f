package org.conductregister.integrity;

/** How a log differs from what was sealed. */
public enum Alteration {
    /** An entry says something else. */
    CHANGED,
    /** An entry is no longer there, and later ones are. */
    REMOVED,
    /** An entry is there that was not. */
    INSERTED,
    /** Entries are in another order. */
    SWAPPED,
    /** The log ends before the head that was signed. */
    CUT_OFF,
    /** The log does not have the root that was signed; where it differs is known only to lie between two heads. */
    UNLIKE_HEAD
}
