package org.conductregister.terms.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The number of a case, as its caller gives it. */
public record CaseId(@JsonValue String value) implements Comparable<CaseId> {

    /** @throws IllegalArgumentException when {@code value} is not an identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        TextRules.identifier(value);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
