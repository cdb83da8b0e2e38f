package org.conductregister.terms.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The overseeing body: {@code IOPC}, before 2018 {@code IPCC}, and its peers elsewhere. */
public record WatchdogCode(@JsonValue String value) implements Comparable<WatchdogCode> {

    /** @throws IllegalArgumentException when {@code value} is not a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WatchdogCode {
        TextRules.code(value);
    }

    @Override
    public int compareTo(WatchdogCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
