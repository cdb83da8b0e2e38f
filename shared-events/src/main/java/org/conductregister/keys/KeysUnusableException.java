package org.conductregister.keys;

import org.jspecify.annotations.Nullable;

/** Thrown where personal data can be neither sealed nor opened, for want of a key. Its message is a sentence for a person. */
public final class KeysUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeysUnusableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** Returns the sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
