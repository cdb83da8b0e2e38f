package org.conductregister.terms;

/** The watchdog's decision on a referral. MANAGED and SUPERVISED ended on 1 February 2020. */
public enum InvestigationMode {
    INDEPENDENT,
    DIRECTED,
    MANAGED,
    SUPERVISED,
    LOCAL,
    /** No investigation by or for the watchdog. */
    RETURNED_TO_FORCE;

    public boolean requiresInvestigation() {
        return this != RETURNED_TO_FORCE;
    }
}
