package org.conductregister.claims;

import org.conductregister.entries.RecordId;

/**
 * The reason for which one record may not say something, because of what another says.
 *
 * @param record whose entry is refused
 * @param other the record that stands against it
 * @param what the reference, or the record that the other duplicates
 */
public record Clash(Kind kind, RecordId record, RecordId other, String what) {

    /** Stable words that programs may rely on. */
    public enum Kind {
        REFERENCE_TAKEN,
        DUPLICATE_OF_DUPLICATE,
        DUPLICATE_OF_UNKNOWN,
        HAS_DUPLICATES
    }

    /** The reason and what can be done about it, for a person. */
    public String sentence() {
        return switch (kind) {
            case REFERENCE_TAKEN ->
                "Already in the register: case %s of this force has the reference %s. Add to it, or give this one another reference."
                        .formatted(other.id(), what);
            case DUPLICATE_OF_DUPLICATE ->
                "%s is itself a duplicate of %s. Mark this one as a duplicate of %s too."
                        .formatted(other.id(), what, what);
            case DUPLICATE_OF_UNKNOWN ->
                "There is no case %s in the register. Look its number up, and try again.".formatted(other.id());
            case HAS_DUPLICATES ->
                "%s is marked as a duplicate of this one. Take that back first, or mark it the other way round."
                        .formatted(other.id());
        };
    }
}
