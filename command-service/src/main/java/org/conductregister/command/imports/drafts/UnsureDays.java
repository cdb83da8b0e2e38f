package org.conductregister.command.imports.drafts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.command.imports.days.ColumnDays;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.days.FoundOrder;
import org.conductregister.command.imports.drafts.Columns.Column;
import org.conductregister.command.imports.rows.CsvRows;
import org.conductregister.command.imports.rows.FieldCells;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.FactField.Kind;

/**
 * Finds the columns of a file of entries whose days are not certain to have the day first, as such files are read: all values
 * of a column are looked at, and where they have the month first, or leave it open, nothing is guessed.
 */
final class UnsureDays {

    private static final String WHAT_TO_DO =
            "Write its days with the year first, as 2019-02-28, and upload the file again.";

    private UnsureDays() {}

    /** Returns a sentence for each column of days that cannot be read with certainty. Reads the whole file. */
    static Map<Column, String> of(Path csv, List<Column> columns, MappingForm said, LocalDate today)
            throws IOException {
        var days = new LinkedHashMap<Column, ColumnDays>();
        for (var column : columns) {
            if (FieldCells.kindOf(said.fields().get(column.index())) == Kind.DAY) {
                days.put(column, new ColumnDays(today));
            }
        }
        if (days.isEmpty()) {
            return Map.of();
        }
        read(csv, days);
        var unsure = new LinkedHashMap<Column, String>();
        days.forEach((column, found) -> {
            var order = found.summary().found();
            if (!isDayFirst(order)) {
                unsure.put(column, sentence(column, order));
            }
        });
        return unsure;
    }

    private static void read(Path csv, Map<Column, ColumnDays> days) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(csv))) {
            var rows = new CsvRows(new Lines(in));
            rows.next();
            for (var row = rows.next(); row != null; row = rows.next()) {
                var cells = row.values();
                days.forEach((column, found) -> {
                    if (column.index() < cells.size()
                            && !cells.get(column.index()).isBlank()) {
                        found.add(Cell.of(cells.get(column.index())));
                    }
                });
            }
        }
    }

    private static boolean isDayFirst(FoundOrder order) {
        return order.orders().isEmpty() || order.orders().equals(Set.of(DayOrder.DMY));
    }

    private static String sentence(Column column, FoundOrder order) {
        var examples = order.examples();
        return "“%s” does not say for certain whether the day or the month comes first%s. %s"
                .formatted(
                        column.name(), examples.isEmpty() ? "" : ", as in " + String.join(", ", examples), WHAT_TO_DO);
    }
}
