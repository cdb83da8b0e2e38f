package org.conductregister.platform.datedlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.conductregister.terms.CaseKind;
import org.jspecify.annotations.Nullable;

/**
 * For how long the personal data of closed cases is kept.
 *
 * @param kind of the cases
 * @param outcome of the cases, the gravest of their allegations
 * @param years after the day on which the case was closed its personal data is due for erasure; null where it is kept without limit
 */
@Schema(description = "For how long the personal data of closed cases of one kind and outcome is kept.")
public record RetentionRule(
        CaseKind kind,
        Outcome outcome,

        @Schema(
                nullable = true,
                description = "Years from the day on which the case was closed; null where it is kept without limit.")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        Integer years) {

    /** The results that a closed case can have, and any for which there is no rule of its own. */
    public enum Outcome {
        COURT,
        LEFT,
        SANCTIONED,
        UPHELD,
        NO_FURTHER_ACTION,
        ANY_OTHER
    }
}
