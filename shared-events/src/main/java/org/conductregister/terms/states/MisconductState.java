package org.conductregister.terms.states;

import org.conductregister.terms.MisconductOutcome;

/** The state of an allegation on the misconduct track: the step reached, or the outcome in force; gravest first. */
public enum MisconductState {
    DISMISSAL_WITHOUT_NOTICE,
    WOULD_HAVE_BEEN_DISMISSED,
    DISMISSAL_WITH_NOTICE,
    REDUCTION_IN_RANK,
    FINAL_WRITTEN_WARNING,
    WRITTEN_WARNING,
    MANAGEMENT_ADVICE,
    REFLECTIVE_PRACTICE,
    APPEALED,
    FINDING_MADE,
    PROCEEDINGS_LISTED,
    CASE_TO_ANSWER,
    NO_ACTION,
    NOT_PROVEN,
    NO_CASE_TO_ANSWER,
    NONE;

    public static MisconductState of(MisconductOutcome outcome) {
        return valueOf(outcome.name());
    }
}
