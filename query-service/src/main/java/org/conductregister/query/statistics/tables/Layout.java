package org.conductregister.query.statistics.tables;

import java.util.List;
import org.conductregister.query.pointintime.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a table for people. It plays no part in JSON.
 *
 * @param columns the dimension whose values are columns; null where every group is a row
 * @param totals whether there is a row, and with {@code columns} a column, of totals
 */
public record Layout(@Nullable String columns, boolean totals) {

    public static final String COLUMNS = "columns";
    public static final String TOTALS = "totals";

    /** Reads it from a request; faults are left with the parameters. */
    public static Layout read(Parameters parameters, List<String> groupBy) {
        var columns = parameters.text(COLUMNS);
        if (columns != null && !groupBy.contains(columns)) {
            parameters.fault(COLUMNS, "must be one of the dimensions of groupBy");
        }
        var totals = parameters.text(TOTALS);
        if (totals != null && !totals.equals("true") && !totals.equals("false")) {
            parameters.fault(TOTALS, "must be true or false");
        }
        return new Layout(columns, "true".equals(totals));
    }

    /** Whether every group is a row, and nothing else is. */
    public boolean isPlain() {
        return columns == null && !totals;
    }
}
