package org.conductregister.query.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the cases that are due.
 *
 * @param asAt the day by which the period of each has ended
 * @param cases in the order in which the register first heard of them
 * @param next to be sent as {@code from} for those that follow; null where none does
 */
@Schema(name = "CasesDue", description = "Cases whose personal data is due for erasure, some at a time.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DuePage(
        LocalDate asAt,
        Instant knownAt,
        List<DueCase> cases,
        @Nullable Long next) {}
