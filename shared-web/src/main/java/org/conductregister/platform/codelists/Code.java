package org.conductregister.platform.codelists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code of a list.
 *
 * @param label what people read for it
 * @param upheld whether it stands for a finding against the officer; null on lists that do not say
 */
@Schema(description = "A code and what people read for it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Code(
        String code,
        String label,

        @Schema(
                description =
                        "Of the list findings alone: whether it is a finding against the officer, so that an allegation closed with it has the result UPHELD. Left out of what is sent, it stays as it is; of a new code it is false.")
        @Nullable
        Boolean upheld) {

    /** A code of a list that does not say whether it is upheld, or one of which that is to stay as it is. */
    public Code(String code, String label) {
        this(code, label, null);
    }
}
