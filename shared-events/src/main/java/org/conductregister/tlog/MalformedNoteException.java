package org.conductregister.tlog;

import org.jspecify.annotations.Nullable;

/** Thrown for a text that is not a signed note, a checkpoint or a key of the form that C2SP's specifications ask for. */
public final class MalformedNoteException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    MalformedNoteException(String sentence) {
        this(sentence, null);
    }

    MalformedNoteException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
