package org.conductregister.query.statistics.dimension;

import static java.util.Objects.requireNonNull;

import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.Opening;
import org.conductregister.terms.EmploymentState;
import org.conductregister.terms.Result;
import org.conductregister.terms.Tags;
import org.conductregister.terms.Workforce;
import org.jspecify.annotations.Nullable;

/**
 * An allegation at the end of a day, with what its dimensions are read from.
 *
 * @param of the case, which is open or was
 * @param officer how the person stands whom it is against; null while nobody is identified
 */
public record AllegationAt(
        CaseState of, AllegationState allegation, @Nullable Standing officer) {

    Opening opening() {
        return requireNonNull(of.opening(), "only what was opened has allegations");
    }

    /** Its own tags and its case's. */
    Tags tags() {
        return allegation.tags().and(opening().tags());
    }

    /** As stated with the allegation, else the registered officer's, else null. */
    @Nullable
    Workforce workforce() {
        if (allegation.workforce() != null) {
            return allegation.workforce();
        }
        return standing().workforce();
    }

    /** As the person stands, or as somebody would of whom nothing is known. */
    Standing standing() {
        return officer == null ? Standing.UNKNOWN : officer;
    }

    String finding() {
        var finding = allegation.handling().finding();
        return finding == null ? Dimensions.NONE : finding.value();
    }

    EmploymentState employment() {
        return officer == null ? EmploymentState.UNIDENTIFIED : officer.employment();
    }

    Result result() {
        return allegation.result(standing().leftOnOrAfter(allegation.reportedOn()));
    }

    public Profile profile() {
        var workforce = workforce();
        return new Profile(
                allegation.category().value(),
                workforce == null ? Dimensions.UNKNOWN : workforce.name(),
                TagSet.of(tags()));
    }
}
