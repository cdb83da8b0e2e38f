package org.conductregister.terms;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The conduct regulations under which a case runs, by the year in which they came into force; STAFF is police staff's
 * own policy.
 */
public enum Regime {
    REGULATIONS_2012("2012"),
    REGULATIONS_2020("2020"),
    REGULATIONS_2024("2024"),
    REGULATIONS_2025("2025"),
    STAFF("STAFF");

    private final String code;

    Regime(String code) {
        this.code = code;
    }

    /** The code in JSON. */
    @JsonValue
    public String code() {
        return code;
    }
}
