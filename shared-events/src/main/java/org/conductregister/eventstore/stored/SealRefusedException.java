package org.conductregister.eventstore.stored;

/** Thrown where events cannot be sealed at this moment, and can be a moment later. */
public final class SealRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SealRefusedException(String message) {
        super(message);
    }
}
