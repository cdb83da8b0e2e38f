package org.conductregister.command.erasure;

import org.conductregister.entries.RecordId;

/** Thrown where nothing is recorded of a case or an officer. */
final class RecordUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RecordUnknownException(RecordId record) {
        super("Nothing is recorded of %s %s.".formatted(record.kind().word(), record.id()));
    }
}
