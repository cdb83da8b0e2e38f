package org.conductregister.terms.states;

/** Whether a force has answered a recommendation, and whether by the day it was due. */
public enum ResponseState {
    AWAITED,
    OVERDUE,
    IN_TIME,
    LATE
}
