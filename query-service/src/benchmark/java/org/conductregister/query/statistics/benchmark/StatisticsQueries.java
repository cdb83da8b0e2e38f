package org.conductregister.query.statistics.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.query.statistics.benchmark.queries.Answer;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/** The same questions put to the statistics. */
final class StatisticsQueries {

    private static final Map<Column, Filter> FILTERS =
            Map.of(Column.FORCE, Filter.FORCE, Column.SOURCE, Filter.SOURCE, Column.CATEGORY, Filter.CATEGORY);

    /**
     * A question as the statistics take it.
     *
     * @param listing of members; of nothing where none are listed
     */
    record Put(Query query, Question question, Listing listing) {}

    private final StatisticsEngine engine;

    StatisticsQueries(StatisticsEngine engine) {
        this.engine = engine;
    }

    static Put put(QueryParameters asked) {
        var words = new EnumMap<Filter, Set<String>>(Filter.class);
        var group = new HashMap<String, Set<Object>>();
        asked.only().forEach((column, code) -> {
            var filter = FILTERS.get(column);
            if (filter == null) {
                group.put(column.dimension(), Set.of(column.word(code)));
            } else {
                words.put(filter, new TreeSet<>(List.of(column.word(code))));
            }
        });
        if (asked.withoutTag() != null) {
            words.put(Filter.WITHOUT_TAG, new TreeSet<>(List.of(asked.withoutTag())));
        }
        var everything = Population.EVERYTHING;
        var population = new Population(words, everything.reported(), everything.referred())
                .reported(asked.reportedFrom(), asked.reportedTo());
        var knownAt = asked.query().asksKnownAt() ? Plan.instant(asked.knownAt()) : PointInTime.NOW;
        var by = asked.query().groupBy().stream().map(Column::dimension).toList();
        return new Put(
                asked.query(),
                new Question(Unit.ALLEGATIONS, population, by, new PointInTime(asked.asAt(), knownAt)),
                Listing.page(group, 0, Query.PAGE));
    }

    /** Asks the question that is timed. */
    Object ask(Put put) {
        if (put.query().isSeries()) {
            return engine.series(put.question(), QueryParameters.MONTHS);
        }
        return put.query().listsMembers()
                ? engine.members(put.question(), put.listing())
                : engine.count(put.question());
    }

    static Answer inWords(Object answer) {
        return switch (answer) {
            case Table table -> Answer.ofGroups(lines("", table.groups()));
            case Series series ->
                Answer.ofGroups(series.points().stream()
                        .flatMap(point -> lines(point.asAt() + " ", point.groups()).stream())
                        .toList());
            case Members members -> {
                var lines = new ArrayList<>(List.of("total " + members.total()));
                members.members().forEach(member -> lines.add(member.record() + " " + member.part()));
                yield new Answer(lines);
            }
            default -> throw new IllegalArgumentException(answer.getClass().getName());
        };
    }

    private static List<String> lines(String before, List<Group> groups) {
        return groups.stream().map(group -> before + inWords(group)).toList();
    }

    private static String inWords(Group group) {
        var line = new StringBuilder();
        group.values().forEach(value -> line.append(value).append(' '));
        return line.append(group.count()).toString();
    }
}
