package org.conductregister.query.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.states.Result;
import org.jspecify.annotations.Nullable;

/**
 * A case whose personal data is due for erasure.
 *
 * @param outcome the gravest of its allegations
 * @param years for which the schedule keeps cases of its kind and outcome
 * @param dueOn so many years after it was closed
 * @param held whether it is under a legal hold, so that it cannot be erased now
 * @param duplicateOf the case that it is marked a duplicate of, with which it is due; null where it is none
 */
@Schema(name = "DueCase", description = "A case whose personal data is due for erasure.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueCase(
        CaseId caseId,
        ForceCode force,
        CaseKind kind,
        Result outcome,
        LocalDate closedOn,
        int years,
        LocalDate dueOn,
        boolean held,
        @Nullable CaseId duplicateOf) {}
