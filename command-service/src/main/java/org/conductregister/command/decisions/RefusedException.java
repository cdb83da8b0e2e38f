package org.conductregister.command.decisions;

/**
 * Carries a refusal out of a unit of work, so that nothing of it is recorded. Expected, hence without a stack trace.
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
