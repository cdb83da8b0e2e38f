package org.conductregister.eventstore.stored;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Turns facts stored in an older form into today's, as they are read; what is stored is never rewritten.
 *
 * <p>To change the stored form of a fact:
 *
 * <ol>
 *   <li>raise the revision in its stored type, for the form that is written from now on;
 *   <li>write a {@link org.axonframework.serialization.upcasting.event.SingleEventUpcaster} from the revision before to
 *       the new one, on a {@link tools.jackson.databind.JsonNode}, and add it at the end of the list below: they apply in
 *       order, so a fact three revisions old passes three of them;
 *   <li>keep the old sample of its JSON in the contract test, and add the new one.
 * </ol>
 */
public final class Upcasters {

    private static final List<EventUpcaster> IN_ORDER = List.of();

    private Upcasters() {}

    /** Free while there are none: events then pass without being looked at. */
    public static EventUpcaster chain() {
        return IN_ORDER.isEmpty() ? NoOpEventUpcaster.INSTANCE : new EventUpcasterChain(IN_ORDER);
    }
}
