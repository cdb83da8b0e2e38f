package org.conductregister.terms.states;

/**
 * The result of an allegation or a person: exactly one, so that the parts add up to the whole. The order of the
 * constants is the order in which they are tried.
 */
public enum Result {
    /** Charged, convicted, acquitted, or convicted and quashed; a caution or a discontinued case is not. */
    COURT,
    /** Dismissed for it, or would have been; or dismissed, resigned, retired or left while it was pending. */
    LEFT,
    /** Reduced in rank, warned, given management advice or reflective practice. */
    SANCTIONED,
    PENDING,
    /** Closed with a finding against the officer, and none of these. */
    UPHELD,
    /** Closed with none of these. */
    NO_FURTHER_ACTION
}
