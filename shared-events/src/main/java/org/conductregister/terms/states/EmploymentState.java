package org.conductregister.terms.states;

/** Whether and how a person serves with the police. */
public enum EmploymentState {
    SERVING,
    /** Not an outcome: the person still serves. */
    RESTRICTED_DUTIES,
    /** Not an outcome: the person still serves. */
    SUSPENDED,
    RESIGNED,
    RETIRED,
    DISMISSED,
    LEFT_OTHER,
    /** The officer is not registered, and no fact states how they serve. */
    UNKNOWN,
    /** The allegation is against an officer not yet identified. */
    UNIDENTIFIED;

    public boolean hasLeft() {
        return switch (this) {
            case RESIGNED, RETIRED, DISMISSED, LEFT_OTHER -> true;
            case SERVING, RESTRICTED_DUTIES, SUSPENDED, UNKNOWN, UNIDENTIFIED -> false;
        };
    }
}
