package org.conductregister.query.statistics.dimension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of dimensions of which several can hold at once, such as tags. They are stored, and counted, as one set; a member
 * is then in the group of each of them, or in that of {@link NoValue#NONE} where it has none.
 */
public final class HeldValues {

    private static final List<String> NOTHING = List.of(NoValue.NONE);

    private HeldValues() {}

    /** Whether a stored value, or one of a stored set, is among those asked for; NONE is where the set is empty. */
    public static boolean areAnyOf(Object stored, Set<Object> asked) {
        return stored instanceof Set<?> set ? list(set).stream().anyMatch(asked::contains) : asked.contains(stored);
    }

    /** The values of a stored set in order; NONE alone where it is empty. */
    public static List<String> list(Object stored) {
        var held = (Set<?>) stored;
        if (held.isEmpty()) {
            return NOTHING;
        }
        var sorted = new TreeSet<String>();
        for (var value : held) {
            sorted.add(value.toString());
        }
        return List.copyOf(sorted);
    }

    /**
     * The groups that members with some values are in: one for each combination of what holds at once.
     *
     * @param values each is one value, or a set or list of those that hold
     */
    public static List<List<Object>> groups(List<Object> values) {
        var groups = List.<List<Object>>of(List.of());
        for (var value : values) {
            var longer = new ArrayList<List<Object>>();
            for (var before : groups) {
                for (var held : held(value)) {
                    var group = new ArrayList<>(before);
                    group.add(held);
                    longer.add(group);
                }
            }
            groups = longer;
        }
        return groups.stream().map(List::copyOf).toList();
    }

    private static Collection<?> held(Object value) {
        if (value instanceof Set<?> set) {
            return list(set);
        }
        return value instanceof List<?> several ? several : List.of(value);
    }
}
