package org.conductregister.query.builder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the page shows it, in words.
 *
 * @param labels how many columns name the rows
 * @param total the last row, of all; null where there is none
 */
record BuiltTable(
        int labels,
        List<Head> columns,
        List<Row> rows,
        @Nullable Row total) {

    /**
     * The head of a column.
     *
     * @param sort the address that sorts by it
     * @param order how it is sorted, as ARIA has it: ascending, descending or none
     */
    record Head(String text, String sort, String order) {}

    record Row(List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param share in words; empty where none is shown
     * @param members the address of the page of what is counted; null where there is none
     */
    record Cell(String text, String share, @Nullable String members) {}
}
