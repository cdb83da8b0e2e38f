package org.conductregister.terms.states;

/** The state of an allegation in the criminal courts. */
public enum CriminalState {
    NONE,
    CHARGED,
    CONVICTED,
    ACQUITTED,
    CAUTIONED,
    DISCONTINUED,
    CONVICTION_QUASHED
}
