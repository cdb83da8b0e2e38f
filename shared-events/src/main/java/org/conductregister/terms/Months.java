package org.conductregister.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The length of a sentence in whole months, 1 to 1,200. */
public record Months(@JsonValue int value) {

    /** @throws IllegalArgumentException when out of range */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Months {
        if (value < 1 || value > 1200) {
            throw new IllegalArgumentException("must be from 1 to 1200");
        }
    }
}
