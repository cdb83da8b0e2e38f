package org.conductregister.query.statistics.points;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A table that fits into memory.
 *
 * @param rows a value for each column: Integer, String or Instant
 */
record SmallTable(List<ParquetColumn> columns, List<List<Object>> rows) {

    /** Writes it into a new file. */
    void write(Path path) throws IOException {
        try (var table = new ParquetTable(path, columns)) {
            for (var row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    put(table, i, row.get(i));
                }
                table.endRow();
            }
        }
    }

    private static void put(ParquetTable table, int column, Object value) {
        switch (value) {
            case String text -> table.put(column, text);
            case Integer number -> table.put(column, number);
            case Long number -> table.put(column, number);
            case Instant instant -> table.put(column, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
            default -> throw new IllegalArgumentException("no column has " + value.getClass());
        }
    }
}
