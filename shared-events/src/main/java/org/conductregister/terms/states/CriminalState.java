package org.conductregister.terms.states;

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
