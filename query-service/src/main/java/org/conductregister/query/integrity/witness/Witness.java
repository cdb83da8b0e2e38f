package org.conductregister.query.integrity.witness;

import java.io.IOException;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;

/** Somebody who is shown heads. Used by one thread. */
interface Witness {

    /** Returns who it is, for people. */
    String name();

    /** Returns how it is shown heads. */
    WitnessKind kind();

    /**
     * Shows a head. May take as long as the network does.
     *
     * @throws IOException if it could not be shown, or was refused
     */
    void show(SealedHead head, LogSealer sealer) throws IOException, InterruptedException;
}
