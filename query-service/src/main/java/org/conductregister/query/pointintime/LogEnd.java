package org.conductregister.query.pointintime;

import java.time.Instant;

/** The end of the log at present. Thread-safe. */
@FunctionalInterface
public interface LogEnd {

    /** The last position recorded; 0 while there is none. */
    long position();

    /** The latest instant of what is recorded beside the log, such as changes of code lists; the epoch while there is none. */
    default Instant latestBeside() {
        return Instant.EPOCH;
    }
}
