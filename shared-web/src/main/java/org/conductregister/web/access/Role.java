package org.conductregister.web.access;

/**
 * A role of a user: what they may do. The standalone edition has one user for each, named after it in lower case.
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
