package org.conductregister.terms;

/** Where an allegation stands in the criminal courts. */
public enum CriminalState {
    NONE,
    CHARGED,
    CONVICTED,
    ACQUITTED,
    CAUTIONED,
    DISCONTINUED,
    CONVICTION_QUASHED
}
