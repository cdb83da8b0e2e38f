package org.conductregister.terms;

/** The severity of an allegation if it were proved. */
public enum Severity {
    GROSS_MISCONDUCT,
    MISCONDUCT,
    PRACTICE_REQUIRING_IMPROVEMENT,
    NEITHER
}
