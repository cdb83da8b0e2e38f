package org.conductregister.keys;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A data key as it is kept.
 *
 * @param subject whose key it is
 * @param generation from 1; a subject has another one after each erasure
 * @param wrapped by the master key; null once it is erased
 * @param createdAt in milliseconds since 1970; of later generations after the erasure of the one before
 */
record StoredKey(String subject, int generation, byte @Nullable [] wrapped, long createdAt) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredKey key
                && subject.equals(key.subject)
                && generation == key.generation
                && Arrays.equals(wrapped, key.wrapped);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + generation;
    }

    @Override
    public String toString() {
        return "key " + generation + " of " + subject;
    }
}
