package org.conductregister.terms.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The number of a person serving with the police, registered here or not. */
public record OfficerId(@JsonValue String value) implements Comparable<OfficerId> {

    /** @throws IllegalArgumentException when {@code value} is not an identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfficerId {
        TextRules.identifier(value);
    }

    @Override
    public int compareTo(OfficerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
