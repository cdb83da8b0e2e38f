package org.conductregister.terms;

/** Who brought the matter; POLICE is a colleague or the force itself. */
public enum CaseSource {
    PUBLIC,
    POLICE,
    OTHER_AGENCY,
    ANONYMOUS,
    UNKNOWN
}
