package org.conductregister.query.pointintime;

/** Where the log ends at present. Thread-safe. */
@FunctionalInterface
public interface LogEnd {

    /** The last position recorded; 0 while there is none. */
    long position();
}
