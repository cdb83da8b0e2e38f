package org.conductregister.terms.states;

/** Where a case stands with the watchdog. */
public enum ReferralState {
    NOT_REFERRED,
    AWAITING_DECISION,
    RETURNED,
    UNDER_INVESTIGATION,
    CONCLUDED
}
