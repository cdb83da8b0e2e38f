package org.conductregister.eventstore.engine;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Makes random identifiers for Axon's messages without the system's secure source, which one thread at a time can read:
 * each entry that a view reads needs several. Ids of entries are not made here. Thread-safe.
 */
public final class FastIdentifierFactory extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
