package org.conductregister.terms.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The number of an allegation within its case; two cases may each have an allegation {@code A1}. */
public record AllegationId(@JsonValue String value) implements Comparable<AllegationId> {

    /** @throws IllegalArgumentException when {@code value} is not an identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AllegationId {
        TextRules.identifier(value);
    }

    @Override
    public int compareTo(AllegationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
