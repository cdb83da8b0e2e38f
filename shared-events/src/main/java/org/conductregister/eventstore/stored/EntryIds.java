package org.conductregister.eventstore.stored;

import java.util.UUID;

/**
 * Entry identifiers are text to Axon and UUIDs to the database, where they make an index of half the size.
 */
public final class EntryIds {

    private EntryIds() {}

    /**
     * Returns the UUID of an entry identifier.
     *
     * @throws IllegalArgumentException if it would not be read back as it is
     */
    public static UUID parse(String entryId) {
        UUID parsed = UUID.fromString(entryId);
        if (!parsed.toString().equals(entryId)) {
            throw new IllegalArgumentException("Not a UUID in lower case and full length: " + entryId);
        }
        return parsed;
    }
}
