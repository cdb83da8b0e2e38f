package org.conductregister.terms;

/** How far the handling of an allegation has come. */
public enum Stage {
    REPORTED,
    ASSESSED,
    INVESTIGATING,
    INVESTIGATION_SUSPENDED,
    AWAITING_DECISION,
    IN_PROCEEDINGS,
    CLOSED
}
