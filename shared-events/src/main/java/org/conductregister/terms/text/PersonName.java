package org.conductregister.terms.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person's name. {@code toString} leaves the name out. */
public record PersonName(@JsonValue String value) implements Confidential {

    /** The longest that is taken, in UTF-16 characters. */
    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException when blank, too long or with control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonName {
        TextRules.text(value, LONGEST);
    }

    @Override
    public String toString() {
        return "…";
    }
}
