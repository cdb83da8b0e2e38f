package org.conductregister.terms.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The reason for which personal data was held or erased. It names nobody, since it must be read once everything personal is gone:
 * whoever writes it is told so.
 */
public record Grounds(@JsonValue String value) {

    /** The longest that is taken, in UTF-16 characters. */
    public static final int LONGEST = 500;

    /** @throws IllegalArgumentException when blank, too long or with control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Grounds {
        TextRules.text(value, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
