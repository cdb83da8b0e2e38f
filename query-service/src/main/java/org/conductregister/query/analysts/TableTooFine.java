package org.conductregister.query.analysts;

import java.util.List;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The refusal of a table that tells an analyst too much of single persons, with what would do. */
final class TableTooFine {

    static final String CODE = "TABLE_TOO_FINE";

    private TableTooFine() {}

    static ProblemException ofDimensions(int asked, int most) {
        return refusal(
                "groupBy",
                "A table for analysts has at most %d dimensions; this one would have %d. Leave some out of groupBy."
                        .formatted(most, asked));
    }

    static ProblemException ofDays(String moment, long asked, int fewest) {
        return refusal(
                moment + "From",
                "A table for analysts is of a period of at least %d days; this one would be of %d. Take %sFrom and %sTo further apart."
                        .formatted(fewest, asked, moment, moment));
    }

    static ProblemException ofCells(long asked, int most) {
        return refusal(
                "groupBy",
                ("A table for analysts has at most %,d cells; this one would have %,d. Group by fewer dimensions, take a longer"
                                + " step, or limit the population.")
                        .formatted(most, asked));
    }

    private static ProblemException refusal(String parameter, String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, CODE, detail, List.of(Item.ofParameter(parameter, detail)))
                .exception();
    }
}
