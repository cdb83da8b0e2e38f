package org.conductregister.terms;

/** Why a case was handed to the watchdog. */
public enum ReferralBasis {
    MANDATORY,
    VOLUNTARY,
    CALLED_IN,
    POLICING_BODY
}
