package org.conductregister.query.projections;

import java.time.Instant;
import org.conductregister.query.pointintime.Head;

/**
 * A view that is kept in memory alone, and is empty at each start of the process. An entry is visible as soon as it is
 * taken in: readers look no further than the head.
 */
public abstract class ViewInMemory implements View {

    private final String name;
    private final Head head = new Head();

    /** @param name see {@link #name()} */
    protected ViewInMemory(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isKeptByCheckpoints() {
        return true;
    }

    @Override
    public final Head head() {
        return head;
    }

    @Override
    public final void commit(long position, Instant recordedAt) {
        head.moveTo(position, recordedAt);
    }

    @Override
    public final void reset() {
        head.reset();
        forget();
    }

    /** Lets go of all that was taken in. */
    protected abstract void forget();
}
