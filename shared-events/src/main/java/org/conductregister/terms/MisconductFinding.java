package org.conductregister.terms;

/** What misconduct proceedings found. */
public enum MisconductFinding {
    GROSS_MISCONDUCT,
    MISCONDUCT,
    NOT_PROVEN
}
