package org.conductregister.eventstore.stored;

import org.axonframework.serialization.SerializationException;

/**
 * Thrown for an event whose stored type this program does not know: it was written by a newer version, or an upcaster
 * is missing. Such an event is never skipped, because every count would be wrong.
 */
public final class UnknownStoredTypeException extends SerializationException {

    UnknownStoredTypeException(String name, @org.jspecify.annotations.Nullable String revision) {
        super("No fact is known by the stored type " + name + " revision " + revision);
    }
}
