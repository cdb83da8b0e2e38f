package org.conductregister.query.analysts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.DataTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes small counts out of answers and tables: in their place stand the words "fewer than 5", and what is derived from one, such
 * as a median or a rate, is left out. A count of 0 stays. None can be worked out from the other counts of its answer: where that could be
 * done, those have the words "not told" ({@link LinkedCounts}). From several answers it can be: tables that leave the register go through
 * {@code query.disclosure}.
 */
final class SmallCounts {

    /** The numbers of answers that count people, cases and what hangs on them. */
    private static final Set<String> COUNTS = Set.of(
            "count",
            "count2",
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

    private static final String ENTRIES_IN_ALL = "entriesInAll";
    private static final String RATE = "rate";

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
            hideEntriesOf(object);
            var told = LinkedCounts.of(object, this::isSmall);
            boolean any = false;
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isIntegralNumber() && isCount(name) && isSmall(value.longValue())) {
                    object.put(name, words);
                    any = true;
                } else {
                    replace(value);
                }
            }
            any |= told.hideIn(object);
            if (any) {
                derived(object);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::replace);
        }
    }

    /** Takes out the entries that changed a figure, where it is small or was: each may have changed it by one. */
    private void hideEntriesOf(ObjectNode change) {
        boolean isChange = change.has("before") && change.has("after") && change.has("entries");
        if (isChange && (hasSmall(change.path("before")) || hasSmall(change.path("after")))) {
            change.putArray("entries");
            change.put(ENTRIES_IN_ALL, LinkedCounts.NOT_TOLD);
        }
    }

    private boolean hasSmall(JsonNode figures) {
        return figures.properties().stream()
                .anyMatch(figure -> figure.getValue().isIntegralNumber()
                        && isCount(figure.getKey())
                        && isSmall(figure.getValue().longValue()));
    }

    /** Whether a number is a count, by its name, or by the last part of the name of its column. */
    private static boolean isCount(String name) {
        return COUNTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Takes out what could be worked back to the count, or is of single persons. */
    private static void derived(ObjectNode object) {
        for (var name : List.copyOf(object.propertyNames())) {
            if (object.get(name).isFloatingPointNumber() || isDerived(name)) {
                object.remove(name);
            }
        }
    }

    /** Whether the number of a name in an answer may be left out, whatever its type: it is worked out from a count. */
    static boolean isDerived(String name) {
        return name.equals(RATE);
    }

    /** Whether there may be words in the place of the whole number of a name in an answer. */
    static boolean isReplaced(String name) {
        return isCount(name) || name.equals(ENTRIES_IN_ALL);
    }

    private boolean isSmall(long count) {
        return count != 0 && Math.abs(count) < threshold;
    }

    /** Returns a table without its small counts, and without its totals where it has any. */
    DataTable without(DataTable table) {
        return new DataTable(table.heading(), table.columns(), table.rowCount(), sink -> {
            boolean withTotals = !hasSmall(table);
            table.rows().forEach(cells -> sink.row(row(table.columns(), cells, withTotals)));
        });
    }

    private boolean hasSmall(DataTable table) throws IOException {
        var found = new AtomicBoolean();
        table.rows().forEach(cells -> {
            for (int i = 0; i < cells.size(); i++) {
                if (isSmall(table.columns().get(i), cells.get(i))) {
                    found.set(true);
                }
            }
        });
        return found.get();
    }

    private boolean isSmall(Column column, @Nullable Object cell) {
        return isCount(column) && cell instanceof Number number && isSmall(number.longValue());
    }

    private List<@Nullable Object> row(
            List<Column> columns, List<? extends @Nullable Object> cells, boolean withTotals) {
        var counts = new LinkedHashMap<String, Long>();
        for (int i = 0; i < cells.size(); i++) {
            if (isCount(columns.get(i)) && cells.get(i) instanceof Number number) {
                counts.put(columns.get(i).name(), number.longValue());
            }
        }
        var linked = LinkedCounts.of(counts, this::isSmall);
        boolean ofTotals = cells.stream().anyMatch(StatisticsTables.TOTAL::equals);
        var row = new ArrayList<@Nullable Object>(cells.size());
        boolean any = false;
        for (int i = 0; i < cells.size(); i++) {
            var column = columns.get(i);
            boolean total = ofTotals || column.name().equals(StatisticsTables.TOTAL.code());
            boolean untold =
                    counts.containsKey(column.name()) && (linked.hides(column.name()) || (total && !withTotals));
            boolean small = isSmall(column, cells.get(i));
            any |= small || untold;
            row.add(small ? words : untold ? LinkedCounts.NOT_TOLD : cells.get(i));
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
