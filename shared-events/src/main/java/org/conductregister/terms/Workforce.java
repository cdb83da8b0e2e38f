package org.conductregister.terms;

/** The part of the police service a person belongs to. */
public enum Workforce {
    POLICE_OFFICER,
    SPECIAL_CONSTABLE,
    POLICE_STAFF,
    COMMUNITY_SUPPORT_OFFICER,
    CONTRACTOR,
    VOLUNTEER
}
