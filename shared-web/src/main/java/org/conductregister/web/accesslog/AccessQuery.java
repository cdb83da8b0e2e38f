package org.conductregister.web.accesslog;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param user whose; null for those of all
 * @param records that were opened or shown, any of them; empty for all entries
 * @param from the first instant; null for the beginning
 * @param to the last instant; null for the end
 */
public record AccessQuery(
        @Nullable String user,
        Set<String> records,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All entries. */
    public static final AccessQuery EVERYTHING = new AccessQuery(null, Set.of(), null, null);

    public AccessQuery {
        records = Set.copyOf(records);
    }

    /** Whether anything but times limits what is wanted. */
    public boolean isNarrow() {
        return user != null || !records.isEmpty();
    }
}
