package org.conductregister.eventstore.stored;

/**
 * The name under which an event is stored, such as {@code case.closed}, and the revision of its form, such as {@code
 * 1}. The meaning of a name and revision never changes.
 */
public record StoredType(String name, String revision) {

    public StoredType {
        if (name.isBlank() || revision.isBlank()) {
            throw new IllegalArgumentException("A stored type has a name and a revision");
        }
    }

    @Override
    public String toString() {
        return name + " revision " + revision;
    }
}
