package org.conductregister.terms;

/** How an appeal against a finding or an outcome ended. */
public enum AppealResult {
    UPHELD,
    DISMISSED,
    OUTCOME_VARIED
}
