package org.conductregister.terms;

/** The finding of misconduct proceedings. */
public enum MisconductFinding {
    GROSS_MISCONDUCT,
    MISCONDUCT,
    NOT_PROVEN
}
