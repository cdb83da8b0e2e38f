package org.conductregister.query.statistics.benchmark.sql;

import java.util.Optional;
import org.conductregister.query.statistics.benchmark.queries.Query;

/**
 * A row for one allegation more or less in a state. Each row has the dimensions in it: a table of cells beside it would
 * have to be joined.
 */
final class SignedPoints {

    private SignedPoints() {}

    static String table(String name) {
        return "create table %s (occurred date, recorded bigint, delta tinyint, reported date, tags smallint, %s)"
                .formatted(name, Intervals.columns());
    }

    static Optional<Statement> statement(Query query) {
        if (query.listsMembers()) {
            return Optional.empty();
        }
        var where = new Conditions();
        if (query.isSeries()) {
            where.population(query);
            return Optional.of(new Statement(
                    "select %1$s as month, %2$s, sum(delta) from points where %3$s group by 1, %2$s"
                            .formatted(Months.NUMBER.formatted("occurred"), Conditions.columns(query), where.text()),
                    where.parameters(),
                    true));
        }
        where.and("occurred <= ?", Conditions.asAt());
        if (query.asksKnownAt()) {
            where.and("recorded <= ?", Conditions.knownAt());
        }
        return Optional.of(Conditions.grouped(query, "sum(delta)", "points", where.population(query)));
    }
}
