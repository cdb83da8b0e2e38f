package org.conductregister.platform.people;

/**
 * A role of a user: what they may do. There is one user to try each with, named after it in lower case.
 */
public enum Role {
    /** Logs facts and reads cases. */
    HANDLER,
    /** Reads everything, verifies and rebuilds; logs nothing. */
    AUDITOR,
    /** Reads statistics and makes exports; sees no person. */
    ANALYST,
    /** Extends code lists and rebuilds views. */
    ADMIN
}
