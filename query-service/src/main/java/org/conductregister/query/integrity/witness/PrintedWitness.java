package org.conductregister.query.integrity.witness;

import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the program, which gets a line for each head; whoever keeps it elsewhere has the heads. */
record PrintedWitness() implements Witness {

    private static final Logger log = LoggerFactory.getLogger(PrintedWitness.class);

    @Override
    public String name() {
        return "The log of the program";
    }

    @Override
    public WitnessKind kind() {
        return WitnessKind.PRINTED;
    }

    @Override
    public void show(SealedHead head, LogSealer sealer) {
        log.info("Sealed: {}", head.checkpoint().text().strip().replace('\n', ' '));
    }
}
