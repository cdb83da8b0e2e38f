package org.conductregister.terms.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The day as a source stated it where it gave none exactly, such as "December 2011"; the fact then states the day
 * that was assumed. In the source's own words, so {@code toString} leaves the text out.
 */
public record DayStatedAs(@JsonValue String value) implements Confidential {

    /** The longest that is taken, in UTF-16 characters. */
    public static final int LONGEST = 64;

    /** @throws IllegalArgumentException when blank, too long or with control characters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DayStatedAs {
        TextRules.text(value, LONGEST);
    }

    @Override
    public String toString() {
        return "…";
    }
}
