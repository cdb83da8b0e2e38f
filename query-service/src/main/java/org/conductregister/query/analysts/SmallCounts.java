package org.conductregister.query.analysts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.DataTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes small counts out of answers and tables: in their place stand the words "fewer than 5", and what is derived from one, such
 * as a median or a rate, is left out. A count of 0 stays. This hides single counts; that none can be worked out from others is for {@code query.disclosure}.
 */
final class SmallCounts {

    /** The numbers of answers that count people, cases and what hangs on them. */
    private static final Set<String> COUNTS = Set.of(
            "count",
            "total",
            "start",
            "received",
            "closed",
            "reopened",
            "end",
            "leftOut",
            "before",
            "after",
            "difference");

    /** The lists of an answer whose elements have counts. */
    private static final Set<String> LISTS = Set.of("groups", "difference");

    private final int threshold;
    private final String words;

    /** @param threshold the least count that is told */
    SmallCounts(int threshold) {
        this.threshold = threshold;
        this.words = "fewer than " + threshold;
    }

    /** The number of cells of a table: the groups that it has, on all its days. */
    static long cells(JsonNode answer) {
        long cells = 0;
        for (var property : answer.properties()) {
            var value = property.getValue();
            if (value.isArray()) {
                cells += LISTS.contains(property.getKey()) ? value.size() : 0;
                for (var element : value) {
                    cells += element.isObject() ? cells(element) : 0;
                }
            } else if (value.isObject()) {
                cells += cells(value);
            }
        }
        return cells;
    }

    /** Returns an answer without its small counts. */
    JsonNode without(JsonNode answer) {
        var copy = answer.deepCopy();
        replace(copy);
        return copy;
    }

    private void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean any = false;
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isIntegralNumber() && COUNTS.contains(name) && isSmall(value.longValue())) {
                    object.put(name, words);
                    any = true;
                } else {
                    replace(value);
                }
            }
            if (any) {
                derived(object);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::replace);
        }
    }

    /** Takes out what could be worked back to the count, or is of single persons. */
    private static void derived(ObjectNode object) {
        for (var name : List.copyOf(object.propertyNames())) {
            if (object.get(name).isFloatingPointNumber() || name.equals("rate")) {
                object.remove(name);
            }
        }
    }

    private boolean isSmall(long count) {
        return count != 0 && Math.abs(count) < threshold;
    }

    /** Returns a table without its small counts. */
    DataTable without(DataTable table) {
        return new DataTable(
                table.heading(),
                table.columns(),
                table.rowCount(),
                sink -> table.rows().forEach(cells -> sink.row(row(table.columns(), cells))));
    }

    private List<@Nullable Object> row(List<Column> columns, List<? extends @Nullable Object> cells) {
        var row = new ArrayList<@Nullable Object>(cells.size());
        boolean any = false;
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            boolean small = isCount(columns.get(i)) && cell instanceof Number number && isSmall(number.longValue());
            any |= small;
            row.add(small ? words : cell);
        }
        if (any) {
            row.replaceAll(cell -> cell instanceof Double ? null : cell);
        }
        return row;
    }

    /** Years and numbers of allegations are dimensions. */
    private static boolean isCount(Column column) {
        return column.kind() == Column.Kind.WHOLE_NUMBER
                && !column.name().endsWith("Year")
                && !column.name().equals("allegationCount")
                && !column.name().equals("headcount");
    }
}
