package org.conductregister.query.statistics.benchmark.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/** Adds up the changes of a series. */
final class Months {

    /** The number of a day's month: 0 for that of the first day. */
    static final String NUMBER = "(cast(extract(year from %1$s) as integer) - " + Plan.FIRST_DAY.getYear()
            + ") * 12 + cast(extract(month from %1$s) as integer) - 1";

    private Months() {}

    /**
     * Adds up changes by month and group.
     *
     * @param changes of a month, a group and a number; the month may be before the first or after the last
     */
    static List<long[]> addUp(List<long[]> changes) {
        int months = QueryParameters.MONTHS.size();
        var groups = new TreeMap<Long, long[]>();
        for (var change : changes) {
            if (change[0] < months) {
                int month = (int) Math.max(change[0], 0);
                groups.computeIfAbsent(change[1], group -> new long[months])[month] += change[2];
            }
        }
        var rows = new ArrayList<long[]>();
        groups.forEach((group, counts) -> {
            long count = 0;
            for (int month = 0; month < months; month++) {
                count += counts[month];
                if (count != 0) {
                    rows.add(new long[] {month, group, count});
                }
            }
        });
        return rows;
    }
}
