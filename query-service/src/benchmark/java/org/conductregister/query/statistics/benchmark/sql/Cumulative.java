package org.conductregister.query.statistics.benchmark.sql;

import java.util.List;
import java.util.Optional;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/**
 * Tables that somebody would make by hand who knew which questions would be asked: for each of them the counts of
 * every day, as known now. It would have to be made again after each late entry.
 */
final class Cumulative {

    private Cumulative() {}

    static List<String> tables() {
        return List.of(
                table("of_status", "status"),
                "create unique index on of_status (day, status) include (n)",
                table("of_outcome", "force, status, outcome"),
                "create unique index on of_outcome (force, day, status, outcome) include (n)",
                table("of_force", "force, status"),
                "create unique index on of_force (day, force, status) include (n)",
                "create unique index on of_force (force, day, status) include (n)");
    }

    private static String table(String name, String by) {
        return """
                create table %1$s as
                with changes as (
                  select %2$s, valid_from as day, cast(count(*) as integer) as n
                  from intervals where %3$s group by %2$s, valid_from
                  union all
                  select %2$s, valid_to, cast(-count(*) as integer)
                  from intervals where %3$s and valid_to < %4$s group by %2$s, valid_to),
                within as (
                  select %2$s, greatest(day, date '%5$s') as day, n from changes where day <= date '%6$s'),
                every as (
                  select * from within
                  union all
                  select %2$s, date '%5$s' + days, 0
                  from (select distinct %2$s from within) groups
                  cross join generate_series(0, date '%6$s' - date '%5$s') as days)
                select * from (
                  select %2$s, day,
                    cast(sum(cast(sum(n) as integer)) over (partition by %2$s order by day) as integer) as n
                  from every group by %2$s, day) added
                where n <> 0""".formatted(name, by, Intervals.KNOWN_NOW, Intervals.NO_LAST_DAY, Plan.FIRST_DAY, Plan.END);
    }

    static Optional<Statement> statement(Query query) {
        return switch (query) {
            case Q1 -> Optional.of(Statement.of("select status, n from of_status where day = ?", Conditions.asAt()));
            case Q2 ->
                Optional.of(Statement.of(
                        "select status, outcome, n from of_outcome where force = ? and day = ?",
                        (asked, connection) -> asked.force().shortValue(),
                        Conditions.asAt()));
            case Q3 ->
                Optional.of(Statement.of("select force, status, n from of_force where day = ?", Conditions.asAt()));
            case Q5 ->
                Optional.of(Statement.of(
                        "select " + Months.NUMBER.formatted("day")
                                + ", status, n from of_force where force = ? and day = any(?)",
                        (asked, connection) -> asked.force().shortValue(),
                        (asked, connection) -> connection.createArrayOf("date", QueryParameters.MONTHS.toArray())));
            default -> Optional.empty();
        };
    }
}
