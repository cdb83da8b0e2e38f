package org.conductregister.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Table;

/** One question at two instants: how many there are of each group, and the difference. */
record Comparison(Table first, Table second, List<Row> rows) {

    /** @param values of the dimensions asked for, in their order */
    record Row(List<Object> values, long before, long after) {

        public long difference() {
            return after - before;
        }

        /** With its sign; a dash where nothing changed. */
        public String signed() {
            return difference() == 0 ? "–" : difference() > 0 ? "+" + difference() : "−" + -difference();
        }
    }

    static Comparison of(Table first, Table second) {
        Map<List<Object>, long[]> counts = new TreeMap<>(Comparison::inOrder);
        first.groups()
                .forEach(group -> counts.computeIfAbsent(group.values(), values -> new long[2])[0] = group.count());
        second.groups()
                .forEach(group -> counts.computeIfAbsent(group.values(), values -> new long[2])[1] = group.count());
        var rows = new ArrayList<Row>(counts.size());
        counts.forEach((values, count) -> rows.add(new Row(values, count[0], count[1])));
        return new Comparison(first, second, rows);
    }

    public Row total() {
        return new Row(List.of(), first.total(), second.total());
    }

    private static int inOrder(List<Object> a, List<Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = Dimension.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
