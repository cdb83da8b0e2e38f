package org.conductregister.terms.states;

/** The stage that the handling of an allegation has reached. */
public enum Stage {
    REPORTED,
    ASSESSED,
    INVESTIGATING,
    INVESTIGATION_SUSPENDED,
    AWAITING_DECISION,
    IN_PROCEEDINGS,
    CLOSED
}
