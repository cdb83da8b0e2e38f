package org.conductregister.terms;

/** The forum that hears a misconduct case. */
public enum ProceedingsKind {
    MEETING,
    HEARING,
    ACCELERATED_HEARING
}
