package org.conductregister.query.statistics.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Table.Group;

/**
 * Which group each cell belongs to.
 *
 * @param ofCell the group by number, or {@link #OUTSIDE} the population
 * @param groups the values of each, in order
 */
record Grouping(int[] ofCell, List<List<Object>> groups) {

    static final int OUTSIDE = -1;

    static final Comparator<List<Object>> ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = Dimension.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** @param features of a cell's values, those to group by */
    static Grouping of(UnitView view, Predicate<Object[]> population, int[] features) {
        var ofCell = new int[view.cells()];
        var numbers = new HashMap<List<Object>, Integer>();
        for (int cell = 0; cell < ofCell.length; cell++) {
            var values = view.cellValues()[cell];
            ofCell[cell] = population.test(values)
                    ? numbers.computeIfAbsent(pick(values, features), unmet -> numbers.size())
                    : OUTSIDE;
        }
        var groups = numbers.keySet().stream().sorted(ORDER).toList();
        var place = new int[groups.size()];
        for (int i = 0; i < place.length; i++) {
            place[numbers.get(groups.get(i))] = i;
        }
        for (int cell = 0; cell < ofCell.length; cell++) {
            ofCell[cell] = ofCell[cell] == OUTSIDE ? OUTSIDE : place[ofCell[cell]];
        }
        return new Grouping(ofCell, groups);
    }

    private static List<Object> pick(Object[] values, int[] features) {
        var picked = new Object[features.length];
        for (int i = 0; i < features.length; i++) {
            picked[i] = values[features[i]];
        }
        return List.of(picked);
    }

    /** The groups that are not empty. */
    List<Group> counted(int[] counts) {
        var counted = new ArrayList<Group>();
        for (int group = 0; group < counts.length; group++) {
            if (counts[group] != 0) {
                counted.add(new Group(groups.get(group), counts[group]));
            }
        }
        return counted;
    }
}
