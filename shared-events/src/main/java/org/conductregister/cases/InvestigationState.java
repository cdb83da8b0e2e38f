package org.conductregister.cases;

/** The state of the investigation of a case. */
public enum InvestigationState {
    NOT_STARTED,
    STARTED,
    SUSPENDED,
    COMPLETED
}
