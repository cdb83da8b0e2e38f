package org.conductregister.query.publications;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was published.
 *
 * @param question what was asked, in words; empty where nobody said
 * @param query the call of the API, from its path on, without times
 * @param asAt null where the call is of several days
 * @param knownAt what the register knew at this instant was counted
 * @param definitions their version
 * @param digest of the table as CSV, as {@code sha-256:} and 64 hexadecimal digits
 * @param publishedAt when it was registered; later than all that was recorded before
 * @param withdrawal null while it stands
 */
record Publication(
        String publicationId,
        String title,
        String question,
        String query,
        @Nullable LocalDate asAt,
        Instant knownAt,
        String definitions,
        String digest,
        Instant publishedAt,
        String publishedBy,
        @Nullable Withdrawal withdrawal) {

    /** Takes it back; it stays on the list. */
    record Withdrawal(Instant withdrawnAt, String withdrawnBy, String reason) {}
}
