package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.net.URI;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;

/** An address to which heads are posted as signed notes. */
record WebhookWitness(WitnessCalls calls, URI address) implements Witness {

    private static final int REDIRECTED = 300;

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public WitnessKind kind() {
        return WitnessKind.WEBHOOK;
    }

    @Override
    public void show(SealedHead head, LogSealer sealer) throws IOException, InterruptedException {
        var answer = calls.post(address, head.note().toString());
        if (answer.status() >= REDIRECTED) {
            throw new IOException("It answered with %d.".formatted(answer.status()));
        }
    }
}
