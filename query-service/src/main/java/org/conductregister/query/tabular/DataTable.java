package org.conductregister.query.tabular;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table ready to be written in any format. Its rows are made while they are written: one of any length takes no more memory
 * than one row, or one page of rows where they are read a page at a time.
 *
 * @param rowCount how many rows there will be
 */
public record DataTable(Heading heading, List<Column> columns, long rowCount, Rows rows) {

    /** Hands its rows on, in order. */
    @FunctionalInterface
    public interface Rows {

        void forEach(RowSink sink) throws IOException;
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface RowSink {

        /**
         * Takes the next row.
         *
         * @param cells one for each column: text, {@link Coded}, a whole number, a double, a boolean, a day, an instant, a
         *     {@link Symbol}, or null for a cell that is left empty
         */
        void row(List<? extends @Nullable Object> cells) throws IOException;
    }

    public DataTable {
        columns = List.copyOf(columns);
    }

    /** A table whose rows are there already. */
    public static DataTable of(Heading heading, List<Column> columns, List<List<@Nullable Object>> rows) {
        return new DataTable(heading, columns, rows.size(), sink -> {
            for (var row : rows) {
                sink.row(row);
            }
        });
    }
}
