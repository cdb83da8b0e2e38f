package org.conductregister.terms;

/** Whether an allegation or a case is still being handled. */
public enum HandlingStatus {
    PENDING,
    CLOSED
}
