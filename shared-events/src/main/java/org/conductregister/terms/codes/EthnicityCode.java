package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The ethnic group of an officer, a code from a list that administrators extend. */
public record EthnicityCode(@JsonValue String value) implements Comparable<EthnicityCode> {

    /** @throws IllegalArgumentException when {@code value} is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EthnicityCode {
        TextRules.code(value);
    }

    @Override
    public int compareTo(EthnicityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
