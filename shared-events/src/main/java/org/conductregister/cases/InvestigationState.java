package org.conductregister.cases;

/** How far the investigation of a case has come. */
public enum InvestigationState {
    NOT_STARTED,
    STARTED,
    SUSPENDED,
    COMPLETED
}
