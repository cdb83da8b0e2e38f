package org.conductregister.platform.codelists;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.conductregister.entries.CodeList;

/**
 * The code lists as known at any instant. An answer never changes once an instant is past, since changes are recorded
 * with instants of one order with the log's entries. Safe for use by several threads; a call costs a query of the
 * database.
 */
public interface DatedCodes {

    /** Returns the codes known at an instant, that included, in order of the codes. */
    Collection<Code> codes(CodeList list, Instant knownAt);

    /** Returns the codes of {@link CodeList#FINDINGS} that were known at an instant to stand for a finding against the officer. */
    Set<String> upheldFindings(Instant knownAt);
}
