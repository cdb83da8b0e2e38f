package org.conductregister.terms;

/** The sentence of a criminal court, gravest first. */
public enum Sentence {
    LIFE_IMPRISONMENT,
    IMPRISONMENT,
    SUSPENDED_SENTENCE,
    COMMUNITY_ORDER,
    FINE,
    DISCHARGE
}
