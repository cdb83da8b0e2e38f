package org.conductregister.integrity;

import java.time.Instant;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.SignedNote;

/**
 * A head that was signed.
 *
 * @param sealedAt by the clock of the machine
 */
public record SealedHead(Instant sealedAt, Checkpoint checkpoint, SignedNote note) {}
