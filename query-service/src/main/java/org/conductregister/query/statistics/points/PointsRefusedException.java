package org.conductregister.query.statistics.points;

/** Thrown where points cannot be written into a directory; the message says why, and what can be done. */
public final class PointsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PointsRefusedException(String message) {
        super(message);
    }
}
