package org.conductregister.terms;

/** The kind of a case (Police Reform Act 2002, Sch. 3). */
public enum CaseKind {
    COMPLAINT,
    CONDUCT,
    RECORDABLE_CONDUCT,
    DEATH_OR_SERIOUS_INJURY
}
