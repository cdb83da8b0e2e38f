package org.conductregister.terms;

/** How far a force has come with a recommendation. */
public enum Grade {
    INSUFFICIENT_INFORMATION,
    NOT_STARTED,
    STARTED,
    IN_PLACE
}
