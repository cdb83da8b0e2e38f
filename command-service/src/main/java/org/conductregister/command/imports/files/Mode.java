package org.conductregister.command.imports.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The purpose for which a sheet is sent. */
public enum Mode {
    /** The outcome of each row is told, and nothing recorded. */
    CHECK,
    /** All rows that the rules accept are recorded. */
    RECORD,
    /** The sheet is the whole extract: what differs from earlier ones is proposed. */
    COMPARE;

    /** The word for it in addresses and JSON. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the mode that a word names.
     *
     * @throws IllegalArgumentException where there is none of this word
     */
    @JsonCreator
    public static Mode of(String word) {
        for (var mode : values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("must be check, record or compare");
    }
}
