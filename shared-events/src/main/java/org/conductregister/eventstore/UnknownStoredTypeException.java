package org.conductregister.eventstore;

import org.axonframework.serialization.SerializationException;

/**
 * The log holds an event whose stored type this program does not know: it was written by a newer version, or an upcaster
 * is missing. Reading on without it would make every count wrong, so it is never skipped.
 */
public final class UnknownStoredTypeException extends SerializationException {

    UnknownStoredTypeException(String name, @org.jspecify.annotations.Nullable String revision) {
        super("No fact is known by the stored type " + name + " revision " + revision);
    }
}
