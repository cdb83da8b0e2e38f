package org.conductregister.query.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.pages.OccurringValues;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Counts the values that a list of cases can be limited to; of those that the reader may see. */
@Component
class Facets {

    private final OccurringValues occurring;
    private final Words words;
    private final VisibleMembers visible;

    Facets(OccurringValues occurring, Words words, VisibleMembers visible) {
        this.visible = visible;
        this.occurring = occurring;
        this.words = words;
    }

    /** In order of their names. */
    record Offered(List<Option> forces, List<Option> statuses, List<Option> categories) {}

    /**
     * @param counted whether numbers can be said: not where words or officers limit the list, which are not counted by
     */
    Offered of(Population population, Set<Object> statuses, PointInTime times, boolean counted) {
        var anyForce = without(population, Filter.FORCE);
        var table = visible.countCases(new Question(Unit.CASES, anyForce, List.of("force", "status"), times));
        var forces = population.of(Filter.FORCE);
        var byForce = sum(
                table,
                0,
                group -> statuses.isEmpty() || statuses.contains(group.values().get(1)));
        var byStatus = sum(
                table,
                1,
                group -> forces.isEmpty() || forces.contains(group.values().getFirst()));
        return new Offered(
                options(byForce, counted, words::force),
                options(byStatus, counted, words::label),
                occurring.of(Unit.ALLEGATIONS, "category", times));
    }

    private static Population without(Population population, Filter filter) {
        var left = new TreeMap<>(population.words());
        left.remove(filter);
        return new Population(left, population.reported(), population.referred());
    }

    private static Map<String, Long> sum(Table table, int dimension, Predicate<Table.Group> counts) {
        var sums = new TreeMap<String, Long>();
        for (var group : table.groups()) {
            var value = (String) group.values().get(dimension);
            sums.merge(value, counts.test(group) ? group.count() : 0L, Long::sum);
        }
        return sums;
    }

    private List<Option> options(Map<String, Long> counts, boolean counted, Function<Object, String> name) {
        return counts.entrySet().stream()
                .map(entry -> new Option(
                        entry.getKey(),
                        name.apply(entry.getKey()) + (counted ? " (" + words.count(entry.getValue()) + ")" : "")))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }
}
