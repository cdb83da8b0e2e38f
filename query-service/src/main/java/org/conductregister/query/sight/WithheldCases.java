package org.conductregister.query.sight;

import java.util.function.Predicate;
import org.conductregister.entries.RecordId;

/** Which entries of the log are withheld from whoever reads it: those of cases in which they are named as an officer. */
public interface WithheldCases {

    /** Returns whether a record's entries are withheld; waits until it is known whom all that is recorded names. */
    Predicate<RecordId> fromReader();
}
