package org.conductregister.web.accesslog;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param user whose; null for those of all
 * @param records that were opened or shown, any of them; empty for all entries
 * @param action that was done or attempted; null for any
 * @param from the first instant; null for the beginning
 * @param to the last instant; null for the end
 */
public record AccessQuery(
        @Nullable String user,
        Set<String> records,
        @Nullable Action action,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All entries. */
    public static final AccessQuery EVERYTHING = new AccessQuery(null, Set.of(), null, null, null);

    public AccessQuery {
        records = Set.copyOf(records);
    }

    /** Whether anything but times limits what is wanted. */
    public boolean isNarrow() {
        return user != null || !records.isEmpty() || action != null;
    }

    /** Returns what is wanted without some records; null where nothing is left of the records that are wanted. */
    public @Nullable AccessQuery withoutRecords(Set<String> hidden) {
        if (Collections.disjoint(records, hidden)) {
            return this;
        }
        var left = records.stream().filter(each -> !hidden.contains(each)).collect(Collectors.toSet());
        return left.isEmpty() ? null : new AccessQuery(user, left, action, from, to);
    }
}
