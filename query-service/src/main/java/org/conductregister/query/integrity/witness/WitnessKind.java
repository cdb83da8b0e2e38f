package org.conductregister.query.integrity.witness;

/** How somebody is shown heads. */
public enum WitnessKind {
    /** In a file that grows. */
    FILE,
    /** Heads are posted to an address. */
    WEBHOOK,
    /** A line in the log of the program. */
    PRINTED,
    /** C2SP's tlog-witness: it signs the heads too. */
    COSIGNER
}
