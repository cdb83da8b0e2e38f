package org.conductregister.query.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.web.pages.LeastCount;
import org.jspecify.annotations.Nullable;

/**
 * A whole table as people read it on a page.
 *
 * @param rows each with a text for every column
 */
public record TableText(List<ColumnText> columns, List<List<String>> rows) {

    /**
     * A column.
     *
     * @param numeric whether its texts are numbers, to stand at the right
     */
    public record ColumnText(String title, boolean numeric) {}

    /** Reads all rows of a table into memory. */
    public static TableText of(DataTable table, Function<LocalDate, String> days, LongFunction<String> counts) {
        var rows = new ArrayList<List<String>>();
        try {
            table.rows().forEach(cells -> {
                var texts = new ArrayList<String>();
                boolean withDerived = !LeastCount.hidesAny(cells);
                for (int i = 0; i < cells.size(); i++) {
                    boolean isTold = withDerived || !(cells.get(i) instanceof Double);
                    texts.add(isTold ? text(cells.get(i), table.columns().get(i).kind(), days, counts) : "");
                }
                rows.add(texts);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var columns = table.columns().stream()
                .map(column -> new ColumnText(column.title(), isNumeric(column.kind())))
                .toList();
        return new TableText(columns, rows);
    }

    private static boolean isNumeric(Kind kind) {
        return kind == Kind.WHOLE_NUMBER || kind == Kind.DECIMAL || kind == Kind.SHARE;
    }

    /** A cell in words. Years are dimensions, whole numbers of few bits, and have no commas. */
    private static String text(
            @Nullable Object cell, Kind kind, Function<LocalDate, String> days, LongFunction<String> counts) {
        return switch (cell) {
            case null -> "";
            case LocalDate day -> days.apply(day);
            case Integer number -> number.toString();
            case Number number when kind == Kind.SHARE -> "%.1f%%".formatted(100 * number.doubleValue());
            case Number number when kind == Kind.DECIMAL -> String.format(Locale.UK, "%,.1f", number.doubleValue());
            case Number number -> counts.apply(number.longValue());
            default -> WorkbookText.of(cell);
        };
    }
}
