package org.conductregister.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The instant as known at which a list is read. */
public final class KnownAtParameter {

    private KnownAtParameter() {}

    /**
     * Reads the instant.
     *
     * @param text as in the address; null or blank for all that is known
     * @return {@link Instant#MAX} for all that is known
     * @throws ProblemException when it is no instant
     */
    public static Instant read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Instant.MAX;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            var fault = Item.ofParameter("knownAt", "must be an instant in UTC, such as 2018-06-02T09:30:00Z");
            throw Problem.of(HttpStatus.BAD_REQUEST, "PARAMETER_INVALID", "knownAt " + fault.detail(), List.of(fault))
                    .exception();
        }
    }
}
