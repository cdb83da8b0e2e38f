package org.conductregister.query.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.scan.GroupNumbers;

/**
 * The groups of an answer, numbered 0, 1, 2, … as they are met: those of {@link GroupNumbers}, where one of these has a set of
 * values divided into the groups of each value. For one thread.
 */
final class DividedGroups {

    private final GroupNumbers undivided;

    /** By number of the undivided group, the numbers of those that its members are in; null where it is not met yet. */
    private int[][] numbers = new int[16][];

    private final Map<List<Object>, Integer> byValues = new HashMap<>();
    private final List<List<Object>> values = new ArrayList<>();

    DividedGroups(GroupNumbers undivided) {
        this.undivided = undivided;
    }

    /** The numbers of the groups that the members of an undivided group are in, one or several; O(1). */
    int[] of(int group) {
        if (group < numbers.length && numbers[group] != null) {
            return numbers[group];
        }
        if (group >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * group);
        }
        numbers[group] = HeldValues.groups(undivided.values(group)).stream()
                .mapToInt(this::number)
                .toArray();
        return numbers[group];
    }

    /** The number of the group with some values; one that is new gets the next. */
    int number(List<Object> group) {
        return byValues.computeIfAbsent(group, added -> {
            values.add(added);
            return values.size() - 1;
        });
    }

    /** How many groups there are so far. */
    int count() {
        return values.size();
    }

    /** The values that a group has in the dimensions grouped by. */
    List<Object> values(int number) {
        return values.get(number);
    }

    /** The numbers in the order of the values of their groups. */
    int[] inOrder() {
        var inOrder = new Integer[values.size()];
        Arrays.setAll(inOrder, number -> number);
        Arrays.sort(inOrder, (a, b) -> CellLayout.ORDER.compare(values.get(a), values.get(b)));
        return Arrays.stream(inOrder).mapToInt(number -> number).toArray();
    }
}
