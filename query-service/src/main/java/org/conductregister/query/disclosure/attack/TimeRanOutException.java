package org.conductregister.query.disclosure.attack;

/** Thrown where a table could not be checked in the time that there is: it is then not released. */
public final class TimeRanOutException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TimeRanOutException() {
        super("The table could not be checked in time");
    }
}
