package org.conductregister.command.decisions;

/**
 * Thrown to carry a refusal out of a unit of work, so that nothing of it is recorded. It is expected, so it has no
 * stack trace.
 */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;
    private final int index;

    /** @param index of the entry refused, among those logged together, from 0 */
    public RefusedException(Refusal refusal, int index) {
        super(refusal.code() + ": " + refusal.sentence(), null, false, false);
        this.refusal = refusal;
        this.index = index;
    }

    public Refusal refusal() {
        return refusal;
    }

    public int index() {
        return index;
    }
}
