package org.conductregister.terms.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Text that somebody wrote in their own words, which may name or describe anybody. {@code toString} leaves the text
 * out.
 */
public record FreeText(@JsonValue String value) implements Confidential {

    /** The longest that is taken, in UTF-16 characters. */
    public static final int LONGEST = 10_000;

    /** @throws IllegalArgumentException when blank, too long or with control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FreeText {
        TextRules.text(value, LONGEST);
    }

    @Override
    public String toString() {
        return "…";
    }
}
