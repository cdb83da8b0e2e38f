package org.conductregister.integrity;

import org.jspecify.annotations.Nullable;

/** The key that seals the log, or its heads, cannot be read. Nothing is signed, for it could contradict what was signed before. */
public final class HeadsUnreadableException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    HeadsUnreadableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
