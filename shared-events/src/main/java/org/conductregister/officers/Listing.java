package org.conductregister.officers;

/** Whether a person may be employed in policing again (Police Act 1996, Part 4A). */
public enum Listing {
    NONE,
    /** Left while an allegation was open. */
    ADVISORY,
    BARRED
}
