package org.conductregister.terms.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A short name of a body or a rank, not of a person. */
public record Label(@JsonValue String value) {

    /** The longest that is taken, in UTF-16 characters. */
    public static final int LONGEST = 200;

    /** @throws IllegalArgumentException when blank, too long or with control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Label {
        TextRules.text(value, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
