package org.conductregister.eventstore.database;

/** The file of the event log is not one that this program can use; the message says why, to a person. */
public final class EventFileRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EventFileRefusedException(String message) {
        super(message);
    }
}
