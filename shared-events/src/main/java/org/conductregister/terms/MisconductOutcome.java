package org.conductregister.terms;

/**
 * The outcome of misconduct proceedings, gravest first (Police (Conduct) Regulations 2020, reg. 42, and its
 * predecessors).
 */
public enum MisconductOutcome {
    DISMISSAL_WITHOUT_NOTICE,
    WOULD_HAVE_BEEN_DISMISSED,
    /** Police staff, and officers under the older regime. */
    DISMISSAL_WITH_NOTICE,
    REDUCTION_IN_RANK,
    FINAL_WRITTEN_WARNING,
    WRITTEN_WARNING,
    MANAGEMENT_ADVICE,
    REFLECTIVE_PRACTICE,
    NO_ACTION,
    NOT_PROVEN;

    /** Whether it ends the officer's employment on the day notified. */
    public boolean isDismissal() {
        return switch (this) {
            case DISMISSAL_WITHOUT_NOTICE, DISMISSAL_WITH_NOTICE -> true;
            case WOULD_HAVE_BEEN_DISMISSED,
                    REDUCTION_IN_RANK,
                    FINAL_WRITTEN_WARNING,
                    WRITTEN_WARNING,
                    MANAGEMENT_ADVICE,
                    REFLECTIVE_PRACTICE,
                    NO_ACTION,
                    NOT_PROVEN -> false;
        };
    }

    /** Whether the person is sanctioned and stays. */
    public boolean isSanction() {
        return switch (this) {
            case REDUCTION_IN_RANK, FINAL_WRITTEN_WARNING, WRITTEN_WARNING, MANAGEMENT_ADVICE, REFLECTIVE_PRACTICE ->
                true;
            case DISMISSAL_WITHOUT_NOTICE, WOULD_HAVE_BEEN_DISMISSED, DISMISSAL_WITH_NOTICE, NO_ACTION, NOT_PROVEN ->
                false;
        };
    }
}
