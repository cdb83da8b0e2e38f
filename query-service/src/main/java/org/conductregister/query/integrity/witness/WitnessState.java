package org.conductregister.query.integrity.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a witness has seen the log.
 *
 * @param size the number of entries under the last head that it has seen since the start; null where it has seen none
 * @param at when it saw that head, by the clock of this machine
 * @param trouble why it has not seen the newest head; null where it has, or has not been asked yet
 */
public record WitnessState(
        String name,
        WitnessKind kind,
        @Nullable Long size,
        @Nullable Instant at,
        @Nullable String trouble) {

    static WitnessState of(Witness witness) {
        return new WitnessState(witness.name(), witness.kind(), null, null, null);
    }

    WitnessState seen(long head, Instant now) {
        return new WitnessState(name, kind, head, now, null);
    }

    WitnessState failed(String why) {
        return new WitnessState(name, kind, size, at, why);
    }
}
