package org.conductregister.web.access;

/** What somebody is trusted with. The standalone edition has one user of each, by the role's name in lower case. */
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
