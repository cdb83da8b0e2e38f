package org.conductregister.query.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.web.documents.ApiTags;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which cases are due for the erasure of their personal data. */
@RestController
class RetentionController {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final DueCases due;
    private final ReadParameters times;

    RetentionController(DueCases due, ReadParameters times) {
        this.due = due;
        this.times = times;
    }

    @Operation(
            operationId = "casesDueForErasure",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Cases whose retention period has ended",
            description =
                    "The closed cases whose period has ended by asAt, by the schedule as known at knownAt, and whose texts are"
                            + " not erased yet; those under a legal hold too, which are marked. Nothing is erased by itself: whoever"
                            + " decides so erases each.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The next of the page before; 0 where it is left out.",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "The most cases to list: 100 where it is left out, 1,000 at the most.",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000"))
    @GetMapping("/api/v1/retention/due")
    DuePage due(Parameters parameters) {
        var asked = times.times(parameters);
        long from = parameters.number("from", 0, 0, Long.MAX_VALUE);
        long limit = parameters.number("limit", USUAL, 1, MOST);
        parameters.refuseUnknown();
        parameters.refuseFaults();
        return due.page(asked, from, (int) limit);
    }
}
