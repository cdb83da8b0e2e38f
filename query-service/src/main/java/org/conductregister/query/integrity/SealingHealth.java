package org.conductregister.query.integrity;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the log contradicts a head that was signed of it, or what it is sealed with cannot be read. */
@Component("logIntegrityHealthIndicator")
class SealingHealth implements HealthIndicator {

    private final Sealing sealing;

    SealingHealth(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Health health() {
        return sealing.refusal()
                .or(() -> sealing.opened()
                        .map(sealer -> sealer.state().contradiction())
                        .map(altered -> altered.sentence()))
                .map(sentence -> Health.down().withDetail("sentence", sentence).build())
                .orElseGet(() -> Health.up().build());
    }
}
