package org.conductregister.command.imports.rows;

import java.util.List;
import java.util.Map;

/**
 * The meaning of the columns of a spreadsheet.
 *
 * @param columns the field that each column states, in their order; empty for one that is left out
 * @param constants what every row states beside, by field; of a row's own kind of fact only the fields that it has
 */
public record ColumnFields(List<String> columns, Map<String, String> constants) {

    public static final String LEFT_OUT = "";

    public ColumnFields {
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
    }
}
