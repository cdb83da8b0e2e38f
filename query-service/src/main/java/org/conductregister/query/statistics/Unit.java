package org.conductregister.query.statistics;

import java.util.Locale;

/** A kind of thing that is counted. Units are never added together. */
public enum Unit {
    ALLEGATIONS,
    CASES,
    /** Identified people with at least one allegation in the population. */
    OFFICERS,
    /** Each time that a case was handed to the watchdog. */
    REFERRALS,
    /** A force's answer to a recommendation that is addressed to it. */
    RESPONSES;

    /** The word for it in requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
