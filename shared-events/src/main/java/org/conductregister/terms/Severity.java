package org.conductregister.terms;

/** How grave an allegation would be if proved. */
public enum Severity {
    GROSS_MISCONDUCT,
    MISCONDUCT,
    PRACTICE_REQUIRING_IMPROVEMENT,
    NEITHER
}
