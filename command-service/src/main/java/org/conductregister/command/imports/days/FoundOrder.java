package org.conductregister.command.imports.days;

import java.util.List;
import java.util.Set;

/**
 * The order of days that the values of a column have.
 *
 * @param orders that the values leave possible: none where no value needs an order, one where the order is found,
 *     several where it is open or where values contradict one another
 * @param contradictory whether there are values that are days in one order alone and others in another alone
 * @param examples of values that are another day in another order; of a contradiction, of each kind
 */
public record FoundOrder(Set<DayOrder> orders, boolean contradictory, List<String> examples) {

    public FoundOrder {
        orders = Set.copyOf(orders);
        examples = List.copyOf(examples);
    }

    /** Whether somebody has to say which order it is. */
    public boolean isOpen() {
        return orders.size() > 1;
    }
}
