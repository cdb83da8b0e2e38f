package org.conductregister.query.statistics.benchmark.sql;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.query.statistics.benchmark.oracle.RowSink;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.sql.Statement.Parameter;

/** A row for each state of an allegation: from day to day, known from instant to instant. */
final class Intervals {

    static final String NO_LAST_DAY = "date '9999-12-31'";
    static final String KNOWN_NOW = "known_to = " + RowSink.STILL_KNOWN;

    private Intervals() {}

    static String table(String name) {
        return """
                create table %s (team integer, case_number smallint, number smallint, met bigint,
                valid_from date, valid_to date, known_from bigint, known_to bigint, reported date, tags smallint, %s)""".formatted(name, columns());
    }

    static String columns() {
        return Arrays.stream(Column.values())
                .map(column -> column.sqlName() + " smallint")
                .collect(joining(", "));
    }

    static Optional<Statement> statement(Query query) {
        if (query.isSeries()) {
            return Optional.of(series(query));
        }
        var where = new Conditions().and("valid_from <= ? and valid_to > ?", Conditions.asAt(), Conditions.asAt());
        if (query.asksKnownAt()) {
            where.and("known_from <= ? and known_to > ?", Conditions.knownAt(), Conditions.knownAt());
        } else {
            where.and(KNOWN_NOW);
        }
        where.population(query);
        return Optional.of(
                query.listsMembers() ? members(where) : Conditions.grouped(query, "count(*)", "intervals", where));
    }

    private static Statement members(Conditions where) {
        return new Statement(
                "select team, case_number, number, count(*) over () from intervals where %s order by met limit %d"
                        .formatted(where.text(), Query.PAGE),
                where.parameters(),
                false);
    }

    private static Statement series(Query query) {
        var where = new Conditions().and(KNOWN_NOW).population(query);
        var text = """
                select month, %1$s, sum(delta) from (
                  select %2$s as month, %1$s, 1 as delta from intervals where %4$s
                  union all
                  select %3$s as month, %1$s, -1 as delta from intervals where %4$s and valid_to < %5$s) changes
                group by month, %1$s""".formatted(
                        Conditions.columns(query),
                        Months.NUMBER.formatted("valid_from"),
                        Months.NUMBER.formatted("valid_to"),
                        where.text(),
                        NO_LAST_DAY);
        List<Parameter> twice = new ArrayList<>(where.parameters());
        twice.addAll(where.parameters());
        return new Statement(text, twice, true);
    }
}
