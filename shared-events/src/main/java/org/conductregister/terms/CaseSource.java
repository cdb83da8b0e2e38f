package org.conductregister.terms;

/** The source of a case; POLICE is a colleague or the force itself. */
public enum CaseSource {
    PUBLIC,
    POLICE,
    OTHER_AGENCY,
    ANONYMOUS,
    UNKNOWN
}
