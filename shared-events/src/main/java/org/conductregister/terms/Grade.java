package org.conductregister.terms;

/** A force's progress with a recommendation. */
public enum Grade {
    INSUFFICIENT_INFORMATION,
    NOT_STARTED,
    STARTED,
    IN_PLACE
}
