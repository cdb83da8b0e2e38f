package org.conductregister.query.statistics.benchmark.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/**
 * Durations, flows and what has ever been so, asked of the table of intervals of a database, as known now. For one thread.
 *
 * <p>The days from a report to a closing are those of the intervals in which an allegation was pending, so days for which it stood
 * closed before a reopening are left out, as they are to be.
 */
public final class MovementStatements implements AutoCloseable {

    private final PreparedStatement durations;
    private final PreparedStatement flows;
    private final PreparedStatement ever;

    /** Prepares the statements. */
    public MovementStatements(Connection connection) throws SQLException {
        int pending = code(Column.STATUS, "PENDING");
        int closed = code(Column.STATUS, "CLOSED");
        durations = connection.prepareStatement(durationsOf(pending, closed));
        flows = connection.prepareStatement(flowsOf(pending, closed));
        ever = connection.prepareStatement(everOf(code(Column.MISCONDUCT, "PROCEEDINGS_LISTED")));
    }

    private static String durationsOf(int pending, int closed) {
        return """
            select force, count(*),
              percentile_cont(0.5) within group (order by days),
              percentile_cont(0.25) within group (order by days),
              percentile_cont(0.75) within group (order by days)
            from (
              select force, sum(case when status = %1$d then least(valid_to, ?) - valid_from else 0 end) as days,
                max(case when valid_to > ? then status else -1 end) as last_status
              from intervals where %2$s and valid_from <= ?
              group by team, case_number, number, force) measured
            where last_status = %3$d
            group by force order by force""".formatted(pending, Intervals.KNOWN_NOW, closed);
    }

    private static String flowsOf(int pending, int closed) {
        return """
            select month,
              sum(case when before is null then 1 else 0 end),
              sum(case when status = %1$d and (before is null or before = %2$d) then 1 else 0 end),
              sum(case when status = %2$d and before = %1$d then 1 else 0 end)
            from (
              select %3$s as month, status,
                lag(status) over (partition by team, case_number, number order by valid_from) as before
              from intervals where %4$s and force = ?) changes
            where month between 0 and %5$d and (before is null or before <> status)
            group by month order by month""".formatted(
                        closed,
                        pending,
                        Months.NUMBER.formatted("valid_from"),
                        Intervals.KNOWN_NOW,
                        QueryParameters.MONTHS.size() - 1);
    }

    private static String everOf(int misconduct) {
        return """
            select force, count(*) from (
              select distinct team, case_number, number, force
              from intervals where %1$s and valid_from <= ? and misconduct = %2$d) ever
            group by force order by force""".formatted(Intervals.KNOWN_NOW, misconduct);
    }

    private static int code(Column column, String word) {
        int code = 0;
        while (!column.word(code).equals(word)) {
            code++;
        }
        return code;
    }

    /** Returns a row a force, as at a day: the number closed, and the median and the quartiles of the days until then. */
    public List<double[]> durations(LocalDate asAt) throws SQLException {
        durations.setObject(1, asAt);
        durations.setObject(2, asAt);
        durations.setObject(3, asAt);
        return rows(durations);
    }

    /** Returns a row a month, of one force: the numbers received, closed and reopened; months without any are left out. */
    public List<double[]> flows(int force) throws SQLException {
        flows.setShort(1, (short) force);
        return rows(flows);
    }

    /** Returns a row a force, as at a day: the number that had ever faced proceedings. */
    public List<double[]> ever(LocalDate asAt) throws SQLException {
        ever.setObject(1, asAt);
        return rows(ever);
    }

    private static List<double[]> rows(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<double[]>();
        try (ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new double[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getDouble(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        durations.close();
        flows.close();
        ever.close();
    }
}
