package org.conductregister.terms.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.conductregister.terms.text.TextRules;

/** The number of a recommendation of an inspectorate or watchdog. */
public record RecommendationId(@JsonValue String value) implements Comparable<RecommendationId> {

    /** @throws IllegalArgumentException when {@code value} is not an identifier */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecommendationId {
        TextRules.identifier(value);
    }

    @Override
    public int compareTo(RecommendationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
