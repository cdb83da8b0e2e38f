package org.conductregister.terms.states;

/** The state of a case with the watchdog. */
public enum ReferralState {
    NOT_REFERRED,
    AWAITING_DECISION,
    RETURNED,
    UNDER_INVESTIGATION,
    CONCLUDED
}
