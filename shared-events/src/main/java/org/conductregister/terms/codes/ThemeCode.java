package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The subject of a recommendation, a code from a list that administrators extend. */
public record ThemeCode(@JsonValue String value) implements Comparable<ThemeCode> {

    /** @throws IllegalArgumentException when {@code value} is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThemeCode {
        TextRules.code(value);
    }

    @Override
    public int compareTo(ThemeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
