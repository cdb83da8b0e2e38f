package org.conductregister.eventstore;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers that Axon gives to messages, of which each entry that a view reads takes some: random ones, but not drawn
 * from the system's secure source, which one thread at a time can read. Entries are never named by it.
 */
public final class FastIdentifierFactory extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
