package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The category of an allegation, a code from a list that administrators extend. */
public record CategoryCode(@JsonValue String value) implements Comparable<CategoryCode> {

    /** @throws IllegalArgumentException when {@code value} is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CategoryCode {
        TextRules.code(value);
    }

    @Override
    public int compareTo(CategoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
