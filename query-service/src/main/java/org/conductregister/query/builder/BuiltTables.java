package org.conductregister.query.builder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conductregister.query.builder.BuilderQuestion.Shares;
import org.conductregister.query.builder.BuiltTable.Cell;
import org.conductregister.query.builder.BuiltTable.Head;
import org.conductregister.query.builder.BuiltTable.Row;
import org.conductregister.query.overview.Address;
import org.conductregister.query.statistics.http.TableCalls;
import org.conductregister.query.statistics.http.TableCalls.Call;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.tabular.Coded;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.Heading;
import org.conductregister.query.tabular.Symbol;
import org.conductregister.web.pages.LeastCount;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for tables, and lays them out for the page. Safe for use by several threads. */
@Component
class BuiltTables {

    private static final String AS_AT = "asAt";
    private static final String MEMBERS = "/statistics/members";

    private final TableCalls calls;
    private final StatisticsTables tables;
    private final Words words;

    BuiltTables(TableCalls calls, StatisticsTables tables, Words words) {
        this.calls = calls;
        this.tables = tables;
        this.words = words;
    }

    /** A table, and what heads it here and in every file. */
    record Built(Heading heading, BuiltTable table) {}

    /** @throws org.conductregister.query.pointintime.InvalidParametersException when the call would be refused */
    Built of(BuilderQuestion question) {
        var answer = calls.table(question.show(), question.call());
        boolean across = question.show() == Call.SERIES && !question.rows().isEmpty() && !question.rates();
        var table = across ? tables.crossed(answer, question.page().unit(), AS_AT) : answer;
        return new Built(answer.heading(), layOut(question, table));
    }

    private BuiltTable layOut(BuilderQuestion question, DataTable table) {
        int labels = labels(question);
        var lines = lines(table);
        var total = lines.stream()
                .filter(line -> labels > 0 && isTotal(line.getFirst()))
                .toList();
        var others = new ArrayList<>(lines);
        others.removeAll(total);
        int by = sortedBy(question, table);
        if (by >= 0) {
            Comparator<List<@Nullable Object>> order = Comparator.comparing(line -> comparable(line.get(by)));
            others.sort(question.descending() ? order.reversed() : order);
        }
        var all = total.isEmpty() ? null : total.getFirst();
        return new BuiltTable(
                labels,
                heads(question, table, by),
                others.stream()
                        .map(line -> row(question, table, labels, line, all))
                        .toList(),
                all == null ? null : row(question, table, labels, all, all));
    }

    private static int labels(BuilderQuestion question) {
        return switch (question.show()) {
            case COUNT, DURATIONS -> question.rows().size();
            case SERIES ->
                question.rates()
                        ? 1 + question.rows().size()
                        : Math.max(1, question.rows().size());
            case FLOWS -> 2 + question.rows().size();
        };
    }

    private static List<List<@Nullable Object>> lines(DataTable table) {
        var lines = new ArrayList<List<@Nullable Object>>();
        try {
            table.rows().forEach(cells -> lines.add(new ArrayList<>(cells)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static boolean isTotal(@Nullable Object cell) {
        return StatisticsTables.TOTAL.equals(cell);
    }

    /** The number of the column sorted by; -1 for none. */
    private static int sortedBy(BuilderQuestion question, DataTable table) {
        return table.columns().stream().map(Column::name).toList().indexOf(question.sort());
    }

    /** Numbers by their size, texts by their words; what has none first. */
    private static Key comparable(@Nullable Object cell) {
        return switch (cell) {
            case Number number -> new Key(1, number.doubleValue(), "");
            case Coded coded -> new Key(2, 0, coded.words().toLowerCase(Locale.UK));
            case null -> new Key(0, 0, "");
            case Symbol symbol -> new Key(0, 0, "");
            default -> new Key(2, 0, cell.toString());
        };
    }

    private record Key(int rank, double number, String text) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::rank)
                .thenComparingDouble(Key::number)
                .thenComparing(Key::text);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private List<Head> heads(BuilderQuestion question, DataTable table, int by) {
        var here = new Address(TableBuilderPage.PATH, question.kept())
                .with("asAt", question.page().times().asAt());
        var address = question.page().isKnownNow()
                ? here
                : here.with("knownAt", question.page().times().knownAt());
        var heads = new ArrayList<Head>();
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            boolean descends = i == by ? !question.descending() : column.kind() != Kind.TEXT;
            heads.add(new Head(
                    title(column),
                    address.with("sort", column.name())
                            .with("descending", descends)
                            .toString(),
                    i != by ? "none" : question.descending() ? "descending" : "ascending"));
        }
        return heads;
    }

    /** Columns of a series are named by their days. */
    private String title(Column column) {
        return column.title().matches("\\d{4}-\\d\\d-\\d\\d")
                ? words.shortDay(LocalDate.parse(column.title()))
                : column.title();
    }

    private Row row(
            BuilderQuestion question,
            DataTable table,
            int labels,
            List<@Nullable Object> line,
            @Nullable List<@Nullable Object> total) {
        var cells = new ArrayList<Cell>();
        boolean withDerived = !LeastCount.hidesAny(line);
        for (int i = 0; i < line.size(); i++) {
            var column = table.columns().get(i);
            boolean counted = i >= labels && (!question.rates() || i == labels);
            var share = counted ? share(question.shares(), line, i, total, question.rates() ? i : line.size() - 1) : "";
            var members = counted && question.show() == Call.COUNT ? members(question, line, column, labels) : null;
            boolean isTold = withDerived || !(line.get(i) instanceof Double);
            cells.add(new Cell(isTold ? text(line.get(i), column.kind()) : "", share, members));
        }
        return new Row(cells);
    }

    /** @param all the number of the column that has what the row adds up to */
    private static String share(
            Shares shares, List<@Nullable Object> line, int at, @Nullable List<@Nullable Object> total, int all) {
        if (total == null || !(line.get(at) instanceof Number part) || LeastCount.hides(part.longValue())) {
            return "";
        }
        var whole = switch (shares) {
            case NONE -> null;
            case ROW -> line.get(all);
            case COLUMN -> total.get(at);
            case ALL -> total.get(all);
        };
        return whole instanceof Number number && number.doubleValue() != 0
                ? "%.1f%%".formatted(100 * part.doubleValue() / number.doubleValue())
                : "";
    }

    /** The page of the members of a count: those of the row's and the column's values. */
    private static @Nullable String members(
            BuilderQuestion question, List<@Nullable Object> line, Column column, int labels) {
        var address = question.page().exactly(MEMBERS);
        var limits = new LinkedHashMap<String, String>();
        for (int i = 0; i < labels; i++) {
            put(limits, question.rows().get(i), line.get(i));
        }
        if (question.columns() != null && !column.name().equals(StatisticsTables.TOTAL.code())) {
            limits.put(question.columns(), column.name());
        }
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            address = address.with("by." + limit.getKey(), limit.getValue());
        }
        return address.toString();
    }

    private static void put(Map<String, String> limits, String dimension, @Nullable Object value) {
        if (value != null && !isTotal(value)) {
            limits.put(dimension, value instanceof Coded coded ? coded.code().toString() : value.toString());
        }
    }

    private String text(@Nullable Object cell, Kind kind) {
        return switch (cell) {
            case null -> "";
            case Coded coded -> coded.words();
            case Symbol symbol -> symbol.text();
            case Boolean flag -> flag ? "Yes" : "No";
            case LocalDate day -> words.shortDay(day);
            case Instant instant -> words.moment(instant);
            case Number number when kind == Kind.SHARE -> "%.1f%%".formatted(100 * number.doubleValue());
            case Number number when kind == Kind.DECIMAL -> String.format(Locale.UK, "%,.1f", number.doubleValue());
            case Number number when kind == Kind.WHOLE_NUMBER && isYear(number) -> number.toString();
            case Number number -> words.count(number.longValue());
            default -> cell.toString();
        };
    }

    /** Years are dimensions, whose values are whole numbers of few bits; counts are not. */
    private static boolean isYear(Number number) {
        return number instanceof Integer;
    }
}
