package org.conductregister.query.statistics.benchmark.sql;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.sql.Statement.Parameter;

/** Puts together the conditions that a statement asks of a row. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();

    Conditions and(String condition, Parameter... values) {
        conditions.add(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    /** The population that a query asks for. */
    Conditions population(Query query) {
        switch (query) {
            case Q2, Q5 -> only(Column.FORCE);
            case Q6 -> only(Column.SOURCE).reported();
            case Q7 -> only(Column.FORCE).only(Column.STATUS);
            case Q8 -> reported().and("(tags & ?) = 0", (asked, connection) -> asked.tagBit());
            case Q1, Q3, Q4_UNIFORM, Q4_DIAGONAL, Q4_BACKFILL -> {
                // everything
            }
        }
        return this;
    }

    private Conditions only(Column column) {
        return and(
                column.sqlName() + " = ?",
                (asked, connection) -> asked.only().get(column).shortValue());
    }

    private Conditions reported() {
        return and(
                "reported between ? and ?",
                (asked, connection) -> asked.reportedFrom(),
                (asked, connection) -> asked.reportedTo());
    }

    static Parameter asAt() {
        return (asked, connection) -> asked.asAt();
    }

    static Parameter knownAt() {
        return (asked, connection) -> asked.knownAt();
    }

    String text() {
        return String.join(" and ", conditions);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    static String columns(Query query) {
        return query.groupBy().stream().map(Column::sqlName).collect(joining(", "));
    }

    /** A group's values and its count. */
    static Statement grouped(Query query, String count, String from, Conditions where) {
        return new Statement(
                "select %1$s, %2$s from %3$s where %4$s group by %1$s having %2$s <> 0"
                        .formatted(columns(query), count, from, where.text()),
                where.parameters(),
                false);
    }
}
