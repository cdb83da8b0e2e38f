package org.conductregister.query.disclosure.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.PublishedTable;
import org.conductregister.query.disclosure.PublishedTable.Cell;
import org.conductregister.query.statistics.http.Definitions;
import org.conductregister.query.statistics.tables.Figure;
import org.conductregister.query.statistics.tables.Layout;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.statistics.tables.Subject;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.Symbol;
import org.conductregister.query.tabular.http.Tabular;
import org.springframework.stereotype.Component;

/** Published tables as answers and as files. Safe for use by several threads. */
@Component
class ExportTables {

    private static final String COUNT = "count";
    private static final String SYMBOL = "symbol";

    private static final Figure SHOWN = new Figure(
            new Column(COUNT, "Count", Kind.WHOLE_NUMBER),
            group -> group.containsKey(SYMBOL) ? Symbol.CONFIDENTIAL : group.get(COUNT));

    private final StatisticsTables tables;

    ExportTables(StatisticsTables tables) {
        this.tables = tables;
    }

    Tabular<ExportAnswer> tabular(PublishedTable table, Layout layout, String address) {
        var question = table.question();
        var definitions = Definitions.of(question);
        var groups = groups(table).stream()
                .filter(group -> layout.totals() || !group.containsValue(StatisticsTables.TOTAL))
                .toList();
        var times = question.times();
        var answer = new ExportAnswer(
                question.unit().word(),
                times.asAt(),
                times.knownAt(),
                table.position(),
                question.population().asParameters(),
                definitions,
                table.rule().suppressBelow(),
                table.rule().roundTo(),
                table.sentence(),
                groups.stream().map(ExportTables::inCodes).toList());
        var subject = new Subject(
                question.unit(),
                "",
                question.groupBy(),
                question.population(),
                tables.times(times.asAt(), times.knownAt()),
                definitions,
                address);
        return Tabular.of(answer, false, () -> laidOut(table, subject, layout, groups));
    }

    private DataTable laidOut(PublishedTable table, Subject subject, Layout layout, List<Map<String, Object>> groups) {
        var plain = tables.of(subject, List.of(), List.of(SHOWN), groups);
        var headed =
                new DataTable(plain.heading().with(table.sentence()), plain.columns(), plain.rowCount(), plain.rows());
        return layout.columns() == null
                ? headed
                : tables.crossed(headed, table.question().unit(), layout.columns());
    }

    /** Every cell, the totals of a dimension behind its values. */
    private static List<Map<String, Object>> groups(PublishedTable table) {
        var groups = new ArrayList<Map<String, Object>>();
        var places = new int[table.axes().size()];
        do {
            groups.add(group(table, places));
        } while (isMoved(places, table.axes()));
        return groups;
    }

    /** The next combination, as an odometer has it; false after the last. */
    private static boolean isMoved(int[] places, List<List<Object>> axes) {
        for (int i = places.length - 1; i >= 0; i--) {
            if (places[i] < axes.get(i).size()) {
                places[i]++;
                return true;
            }
            places[i] = 0;
        }
        return false;
    }

    private static Map<String, Object> group(PublishedTable table, int... places) {
        var group = new LinkedHashMap<String, Object>();
        for (int i = 0; i < places.length; i++) {
            var axis = table.axes().get(i);
            group.put(
                    table.dimensions().get(i), places[i] == axis.size() ? StatisticsTables.TOTAL : axis.get(places[i]));
        }
        Cell cell = table.cell(places);
        if (cell.number() == null) {
            group.put(SYMBOL, Symbol.CONFIDENTIAL.text());
        } else {
            group.put(COUNT, cell.number());
        }
        return group;
    }

    private static Map<String, Object> inCodes(Map<String, Object> group) {
        var coded = new LinkedHashMap<String, Object>();
        group.forEach((name, value) ->
                coded.put(name, value.equals(StatisticsTables.TOTAL) ? StatisticsTables.TOTAL.code() : value));
        return coded;
    }
}
