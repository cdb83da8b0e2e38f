package org.conductregister.terms;

/** The result of an appeal against a finding or an outcome. */
public enum AppealResult {
    UPHELD,
    DISMISSED,
    OUTCOME_VARIED
}
