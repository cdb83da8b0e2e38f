package org.conductregister.query.statistics.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.query.tabular.Coded;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.jspecify.annotations.Nullable;

/** Turns a table with a count for each group into one of rows by columns. In memory: for tables that people read. */
final class CrossTable {

    /** The code that stands for all values of a dimension. */
    static final Coded TOTAL = new Coded("TOTAL", "Total");

    private final List<Column> labels;
    private final Kind kind;
    private final TreeSet<List<Object>> rows;
    private final TreeSet<Object> across;
    private final Map<List<Object>, @Nullable Object> counts = new HashMap<>();

    private CrossTable(List<Column> labels, Kind kind, Comparator<List<Object>> rowOrder, Comparator<Object> order) {
        this.labels = labels;
        this.kind = kind;
        this.rows = new TreeSet<>(rowOrder);
        this.across = new TreeSet<>(order);
    }

    /**
     * Turns a table.
     *
     * @param table its last column has the count
     * @param at the number of the column whose values become columns; the others but the last name the rows
     * @param orders of the values of each column but the last
     */
    static DataTable of(DataTable table, int at, List<Comparator<Object>> orders) throws IOException {
        var all = table.columns();
        var labels = new ArrayList<>(all.subList(0, all.size() - 1));
        labels.remove(at);
        var rowOrders = new ArrayList<>(orders);
        rowOrders.remove(at);
        var crossed = new CrossTable(labels, all.getLast().kind(), lexicographic(rowOrders), orders.get(at));
        table.rows().forEach(cells -> crossed.add(cells, at));
        return crossed.table(table);
    }

    private static Comparator<List<Object>> lexicographic(List<Comparator<Object>> orders) {
        return (a, b) -> {
            for (int i = 0; i < orders.size(); i++) {
                int order = orders.get(i).compare(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private void add(List<? extends @Nullable Object> cells, int at) {
        var row = new ArrayList<Object>();
        for (int i = 0; i < cells.size() - 1; i++) {
            if (i != at) {
                row.add(orNothing(cells.get(i)));
            }
        }
        var value = orNothing(cells.get(at));
        rows.add(row);
        across.add(value);
        counts.put(key(row, value), cells.getLast());
    }

    private static Object orNothing(@Nullable Object cell) {
        return cell == null ? "" : cell;
    }

    private static List<Object> key(List<Object> row, Object value) {
        var key = new ArrayList<>(row);
        key.add(value);
        return key;
    }

    private DataTable table(DataTable of) {
        var columns = new ArrayList<>(labels);
        var titles = new HashSet<String>();
        labels.forEach(label -> titles.add(label.title()));
        for (var value : across) {
            columns.add(column(value, titles));
        }
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var line = new ArrayList<@Nullable Object>(row);
            for (var value : across) {
                line.add(counts.getOrDefault(key(row, value), 0L));
            }
            cells.add(line);
        }
        return DataTable.of(of.heading(), columns, cells);
    }

    private Column column(Object value, Set<String> titles) {
        var name = value instanceof Coded coded ? coded.code().toString() : value.toString();
        var words = value instanceof Coded coded
                ? coded.words()
                : value instanceof Boolean flag ? flag ? "Yes" : "No" : name;
        return new Column(name, titles.add(words) ? words : words + " (" + name + ")", kind);
    }
}
