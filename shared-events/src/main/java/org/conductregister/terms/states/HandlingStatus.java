package org.conductregister.terms.states;

/** Whether an allegation or a case is still being handled. */
public enum HandlingStatus {
    PENDING,
    CLOSED
}
