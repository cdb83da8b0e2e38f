package org.conductregister.query.audit;

import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Finds the case that an address names. */
final class Cases {

    private Cases() {}

    /** @throws ProblemException when it cannot be one */
    static CaseId identified(String caseId) {
        try {
            return new CaseId(caseId);
        } catch (IllegalArgumentException e) {
            throw unknown(caseId);
        }
    }

    static ProblemException unknown(String caseId) {
        return Problem.of(HttpStatus.NOT_FOUND, "CASE_UNKNOWN", "Nothing is known of the case %s.".formatted(caseId))
                .exception();
    }
}
