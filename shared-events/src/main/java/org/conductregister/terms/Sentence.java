package org.conductregister.terms;

/** The sentence of a criminal court, gravest first. */
public enum Sentence {
    IMPRISONMENT,
    SUSPENDED_SENTENCE,
    COMMUNITY_ORDER,
    FINE,
    DISCHARGE
}
