package org.conductregister.command.imports.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the order in which a column writes its days, from all its values. Memory does not grow with them. For one thread.
 */
final class DayOrderFinder {

    private static final int EXAMPLES = 3;

    private final LocalDate today;
    private final Map<DayOrder, Evidence> only = new EnumMap<>(DayOrder.class);
    private final Evidence open = new Evidence();
    private boolean openWithFullYear;
    private final Set<DayOrder> openOrders = EnumSet.noneOf(DayOrder.class);

    DayOrderFinder(LocalDate today) {
        this.today = today;
    }

    private static final class Evidence {

        private final List<String> examples = new ArrayList<>(EXAMPLES);

        private void add(String text) {
            if (examples.size() < EXAMPLES && !examples.contains(text)) {
                examples.add(text);
            }
        }
    }

    void add(Spelled.Numbers numbers, String text) {
        var possible = numbers.possible(today);
        if (possible.size() == 1) {
            only.computeIfAbsent(possible.iterator().next(), order -> new Evidence())
                    .add(text);
        } else if (!possible.isEmpty() && numbers.inAny(today) == null) {
            open.add(text);
            openOrders.addAll(possible);
            openWithFullYear |= numbers.fullYear();
        }
    }

    FoundOrder found() {
        if (only.isEmpty()) {
            if (openWithFullYear) {
                openOrders.remove(DayOrder.YMD);
            }
            return new FoundOrder(openOrders, false, open.examples);
        }
        var examples = new ArrayList<String>();
        only.values().forEach(each -> examples.addAll(each.examples));
        if (openWithFullYear && only.keySet().equals(Set.of(DayOrder.YMD))) {
            examples.addAll(open.examples);
            return new FoundOrder(EnumSet.allOf(DayOrder.class), true, examples);
        }
        return new FoundOrder(only.keySet(), only.size() > 1, only.size() > 1 ? examples : List.of());
    }
}
