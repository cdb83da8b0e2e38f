package org.conductregister.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of the entries that this process appended last, so that who has just recorded one need not look it up. Entries of large
 * appends are left out: nobody asks for their places one by one. What is recorded never moves, so nothing here goes out of date.
 * Thread-safe; O(1) an entry.
 */
public final class RecentAppends {

    /** Some hundred times as many as are appended at once. */
    private static final int MOST = 4_096;

    /** The most entries of an append that are kept. */
    private static final int LARGEST_APPEND = 16;

    private final Map<String, Recorded> byEntryId = new LinkedHashMap<>();

    /** Whether the places of an append of so many entries are kept. */
    public static boolean areKept(int entries) {
        return entries <= LARGEST_APPEND;
    }

    /** Adds the entries of one append, which must be durable. */
    public void add(List<Recorded> append) {
        synchronized (byEntryId) {
            append.forEach(recorded -> byEntryId.put(recorded.entryId(), recorded));
            var eldest = byEntryId.entrySet().iterator();
            while (byEntryId.size() > MOST) {
                eldest.next();
                eldest.remove();
            }
        }
    }

    /** Returns the places of entries, in order of position; empty where any of them is not known here. */
    List<Recorded> find(Collection<String> entryIds) {
        var found = new ArrayList<Recorded>(entryIds.size());
        synchronized (byEntryId) {
            for (var entryId : new HashSet<>(entryIds)) {
                var recorded = byEntryId.get(entryId);
                if (recorded == null) {
                    return List.of();
                }
                found.add(recorded);
            }
        }
        found.sort(Comparator.comparingLong(Recorded::position));
        return found;
    }
}
