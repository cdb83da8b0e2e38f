package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of what is known what cannot help to work out anything. Where a table has no dimension in common with all others
 * together but those that one other has too, and shows its counts by these, then what it says of its further dimensions and what
 * the others say fit together whatever either is: for any tables with equal margins there is one that has both as its margins.
 * So such a table, an ear of the hypergraph of dimensions (Graham, Yu and Özsoyoğlu), is as good as that margin.
 */
final class Reduction {

    private Reduction() {}

    /**
     * The tables, those that are ears as their margins. Where populations differ nothing is left out.
     *
     * @param table the dimensions of a table that is not among them
     */
    static List<Released> of(List<Released> tables, List<String> table) {
        var reduced = new ArrayList<>(tables);
        boolean again = true;
        while (again) {
            again = false;
            for (var dimensions :
                    reduced.stream().map(Reduction::dimensions).distinct().toList()) {
                var others = new ArrayList<List<String>>();
                others.add(table);
                reduced.stream()
                        .filter(other -> !dimensions(other).equals(dimensions))
                        .forEach(other -> others.add(other.question().groupBy()));
                again |= reduceAll(reduced, dimensions, others);
            }
        }
        return reduced;
    }

    private static Set<String> dimensions(Released table) {
        return Set.copyOf(table.question().groupBy());
    }

    /** All tables of the same dimensions, or none of them. */
    private static boolean reduceAll(List<Released> tables, Set<String> dimensions, List<List<String>> others) {
        var ears = new HashMap<Integer, Released>();
        for (int i = 0; i < tables.size(); i++) {
            if (dimensions(tables.get(i)).equals(dimensions)) {
                var ear = ear(tables.get(i), others);
                if (ear.equals(tables.get(i))) {
                    return false;
                }
                ears.put(i, ear);
            }
        }
        ears.forEach(tables::set);
        return true;
    }

    /** A table as its margin where it is an ear beside others; else as it is. */
    static Released ear(Released table, List<List<String>> others) {
        var dimensions = table.question().groupBy();
        var shared = dimensions.stream()
                .filter(dimension -> others.stream().anyMatch(other -> other.contains(dimension)))
                .toList();
        if (shared.size() == dimensions.size() || others.stream().noneMatch(other -> other.containsAll(shared))) {
            return table;
        }
        var margin = table.margin(shared);
        return margin == null ? table : margin;
    }
}
