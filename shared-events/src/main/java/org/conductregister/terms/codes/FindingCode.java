package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** A force's own finding at the end of an allegation, a code from a list that administrators extend. */
public record FindingCode(@JsonValue String value) implements Comparable<FindingCode> {

    /** @throws IllegalArgumentException when {@code value} is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingCode {
        TextRules.code(value);
    }

    @Override
    public int compareTo(FindingCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
