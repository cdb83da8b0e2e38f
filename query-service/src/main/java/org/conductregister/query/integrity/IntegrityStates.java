package org.conductregister.query.integrity;

import org.conductregister.eventstore.EventLog;
import org.conductregister.query.integrity.witness.Witnesses;
import org.springframework.stereotype.Component;

/** Tells how the sealing of the log does, as answers and pages show it. Thread-safe. */
@Component
class IntegrityStates {

    private final Sealing sealing;
    private final Witnesses witnesses;
    private final EventLog events;

    IntegrityStates(Sealing sealing, Witnesses witnesses, EventLog events) {
        this.sealing = sealing;
        this.witnesses = witnesses;
        this.events = events;
    }

    /**
     * Returns how it does now.
     *
     * @throws org.conductregister.web.ProblemException where this process does not seal, or cannot yet
     */
    IntegrityAnswers.State now() {
        var sealer = sealing.required();
        return IntegrityAnswers.State.of(sealer.state(), sealer.verifier().name(), events.lastPosition(), witnesses);
    }
}
