package org.conductregister.query.statistics.dimension;

import static java.util.Objects.requireNonNull;

import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.Opening;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.states.EmploymentState;
import org.jspecify.annotations.Nullable;

/**
 * An allegation at the end of a day, with what its features are read from.
 *
 * @param caseState its case, which is open or has been
 * @param officer the standing of the person it is against; null while nobody is identified
 */
public record AllegationAt(
        CaseState caseState,
        AllegationState allegation,
        @Nullable Standing officer) {

    /** Proceedings that were never listed, and have led to something. */
    static final String HELD = "HELD";

    Opening opening() {
        return requireNonNull(caseState.opening(), "only what was opened has allegations");
    }

    /** Its own tags and its case's. */
    Tags tags() {
        return allegation.tags().and(opening().tags());
    }

    /** As stated with the allegation, else the registered officer's; null where neither is known. */
    @Nullable
    Workforce workforce() {
        if (allegation.workforce() != null) {
            return allegation.workforce();
        }
        return standing().workforce();
    }

    /** The standing of the person it is against, or of one of whom nothing is known. */
    Standing standing() {
        return officer == null ? Standing.UNKNOWN : officer;
    }

    String finding() {
        var finding = allegation.handling().finding();
        return finding == null ? NoValue.NONE : finding.value();
    }

    /** The kind of proceedings listed last, HELD where a finding or an outcome came without any listed, or NONE. */
    String proceedings() {
        var reached = allegation.misconduct().reached();
        if (reached.proceedings() != null) {
            return reached.proceedings().name();
        }
        return reached.finding() || reached.outcome() ? HELD : NoValue.NONE;
    }

    /** The outcome in force, under appeal or not; where there is none, the step reached. */
    String outcomeOrStep() {
        var outcome = allegation.misconduct().outcome();
        return outcome == null ? allegation.misconduct().state().name() : outcome.name();
    }

    EmploymentState employment() {
        return officer == null ? EmploymentState.UNIDENTIFIED : officer.employment();
    }

    /** See {@link StoredResult}. */
    String result() {
        var leavings = standing().leavings();
        var withoutMark = allegation.result(leavings, finding -> false);
        return withoutMark == allegation.result(leavings, finding -> true)
                ? withoutMark.name()
                : StoredResult.byFinding(finding());
    }

    /** Returns the traits that decide whether its case is in a population. */
    public AllegationTraits traits() {
        var workforce = workforce();
        return new AllegationTraits(
                allegation.category().value(),
                workforce == null ? NoValue.UNKNOWN : workforce.name(),
                TagSet.of(tags()));
    }
}
