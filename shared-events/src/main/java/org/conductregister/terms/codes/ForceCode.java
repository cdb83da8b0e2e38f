package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** A police force, a code from a list that administrators extend. */
public record ForceCode(@JsonValue String value) implements Comparable<ForceCode> {

    /** @throws IllegalArgumentException when {@code value} is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ForceCode {
        TextRules.code(value);
    }

    @Override
    public int compareTo(ForceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
