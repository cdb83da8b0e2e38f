package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.query.disclosure.Groups.Group;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.disclosure.hiding.FrequencyTable;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts tables, and finds out what they have to do with tables published before. Thread-safe. */
@Component
class CountedTables {

    private static final int PAGE = 20_000;

    private final StatisticsEngine engine;

    CountedTables(StatisticsEngine engine) {
        this.engine = engine;
    }

    /** A table as counted. */
    PublishedTable table(Question question, DisclosureRule rule) {
        var table = engine.count(question);
        var axes = axes(
                question, table.groups().stream().map(group -> group.values()).toList());
        var sizes = axes.stream().mapToInt(List::size).toArray();
        var places = new ArrayList<Map<Object, Integer>>();
        for (var axis : axes) {
            var of = new HashMap<Object, Integer>();
            axis.forEach(value -> of.put(value, of.size()));
            places.add(of);
        }
        int cells = 1;
        for (int size : sizes) {
            cells = Math.multiplyExact(cells, size);
        }
        var counts = new long[cells];
        for (var group : table.groups()) {
            int cell = 0;
            for (int k = 0; k < sizes.length; k++) {
                cell = cell * sizes[k]
                        + Objects.requireNonNull(
                                places.get(k).get(group.values().get(k)));
            }
            counts[cell] += group.count();
        }
        var frequencies = new FrequencyTable(sizes, counts);
        return new PublishedTable(
                new Question(
                        question.unit(),
                        question.population(),
                        question.groupBy(),
                        new PointInTime(question.times().asAt(), table.knownAt())),
                table.position(),
                rule,
                axes,
                frequencies,
                Collections.nCopies(frequencies.cells(), CellState.SHOWN));
    }

    private static List<List<Object>> axes(Question question, List<List<Object>> occurring) {
        var axes = new ArrayList<List<Object>>();
        for (int k = 0; k < question.groupBy().size(); k++) {
            var values = new TreeSet<>(Dimension.ORDER);
            for (var group : occurring) {
                values.add(group.get(k));
            }
            axes.add(List.copyOf(values));
        }
        return axes;
    }

    /**
     * Tables published before, of people of whom some are in a table too.
     *
     * @param question of that table, as one of the unit of the others
     * @param published as they were published, also such as have nothing to do with it
     * @param tables what of them can help to work out anything
     * @param groups that all of them tell apart, as at the time of the table
     */
    record Related(Question question, List<Released> published, List<Released> tables, Groups groups) {

        /** The groups that some tables can tell apart, those too in which nobody is, for all that readers know. */
        Groups groupsOf(List<Released> together) {
            var tables = together.stream()
                    .map(table -> OtherUnits.ofItsUnit(table.question()))
                    .distinct()
                    .toList();
            var over = tables.stream().flatMap(List::stream).distinct().toList();
            return groups.over(over).withEmpty(tables, limiting(groups.populations()));
        }

        /** Dimensions that say the same as a limit of one of the populations, unless all have the same limits. */
        private static Set<String> limiting(List<Population> populations) {
            var limiting = new HashSet<String>();
            if (populations.size() > 1) {
                for (var population : populations) {
                    for (var filter : Filter.values()) {
                        if (!population.of(filter).isEmpty()) {
                            limiting.add(filter.parameter());
                        }
                    }
                    limiting.addAll(population.ever().keySet());
                    if (!population.reported().isAlways()) {
                        limiting.addAll(List.of("reportedYear", "reportedFinancialYear"));
                    }
                    if (!population.referred().isAlways()) {
                        limiting.addAll(List.of("referredYear", "referredFinancialYear"));
                    }
                }
            }
            return limiting;
        }

        /** Whether all are of one population, so that what they have in common is dimensions alone. */
        boolean areOfOnePopulation() {
            return groups.populations().size() == 1;
        }

        /** Returns the tables whose population is another. */
        List<Released> ofOtherPopulations() {
            return tables.stream()
                    .filter(table -> !table.question().population().equals(question.population()))
                    .toList();
        }

        /** The groups that one table alone tells apart. */
        Groups groupsOf(Question question) {
            var counts = new LinkedHashMap<List<Object>, Integer>();
            for (var group : groups.groups()) {
                var values = groups.values(group, question.population(), question.groupBy());
                if (group.count() > 0 && values != null) {
                    counts.merge(values, group.count(), Integer::sum);
                }
            }
            var alone = counts.entrySet().stream()
                    .map(count -> new Group(List.of(count.getKey()), count.getValue()))
                    .toList();
            return new Groups(question.groupBy(), List.of(question.population()), alone);
        }

        /** The cells of the table in which people of some groups are: innermost ones but for dimensions that the unit lacks. */
        Set<List<@Nullable Object>> cellsThatShare(List<Integer> numbers) {
            var dimensions = OtherUnits.ofItsUnit(question);
            var cells = new LinkedHashSet<List<@Nullable Object>>();
            for (int number : numbers) {
                if (number < groups.groups().size()) {
                    var group = groups.groups().get(number);
                    var values = groups.values(group, question.population(), dimensions);
                    if (group.count() > 0 && values != null) {
                        cells.add(Released.inPlaces(values, dimensions, question.groupBy()));
                    }
                }
            }
            return cells;
        }
    }

    /**
     * Which of some tables have to do with a table.
     *
     * @param published of the same unit, or read as such
     */
    Related related(PublishedTable table, List<Released> published, TimeLimit limit) {
        var question = table.question();
        return related(question, published, limit)
                .orElseGet(() -> new Related(question, List.of(), List.of(), alone(table)));
    }

    /**
     * Which of some tables have to do with a table; empty where none has.
     *
     * @param question of the table, as one of the same unit
     * @param published of one unit, or read as such
     */
    Optional<Related> related(Question question, List<Released> published, TimeLimit limit) {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        boolean onePopulation = published.stream()
                .allMatch(released -> released.question().population().equals(question.population()));
        var telling = onePopulation ? Reduction.of(published, question.groupBy()) : published;
        var populations = new ArrayList<Population>();
        populations.add(question.population());
        var dimensions = new LinkedHashSet<>(OtherUnits.ofItsUnit(question));
        for (var released : telling) {
            if (!populations.contains(released.question().population())) {
                populations.add(released.question().population());
            }
            dimensions.addAll(OtherUnits.ofItsUnit(released.question()));
        }
        var groups = grouped(question, List.copyOf(dimensions), populations, limit);
        var overlapping = new BitSet();
        for (var group : groups.groups()) {
            for (int p = 0; p < populations.size(); p++) {
                if (group.values().get(0) != null && group.values().get(p) != null) {
                    overlapping.set(p);
                }
            }
        }
        var related = telling.stream()
                .filter(released -> released.question().population().equals(question.population())
                        || overlapping.get(
                                populations.indexOf(released.question().population())))
                .toList();
        return related.isEmpty() ? Optional.empty() : Optional.of(new Related(question, published, related, groups));
    }

    private static Groups alone(PublishedTable table) {
        var counts = table.counts();
        var groups = new ArrayList<Group>();
        for (int i = 0; i < counts.cells(); i++) {
            if (counts.margins(i) == 0 && counts.count(i) > 0) {
                var values =
                        table.valuesOf(i).stream().map(Objects::requireNonNull).toList();
                groups.add(new Group(List.of(values), Math.toIntExact(counts.count(i))));
            }
        }
        return new Groups(table.dimensions(), List.of(table.question().population()), groups);
    }

    /** Everybody of any population, at the times of a question. */
    private Groups grouped(Question question, List<String> dimensions, List<Population> populations, TimeLimit limit) {
        Map<List<@Nullable Object>, @Nullable List<Object>[]> valuesOf = new LinkedHashMap<>();
        for (int p = 0; p < populations.size(); p++) {
            var of = new Question(question.unit(), populations.get(p), List.of(), question.times());
            long from = 0;
            long total;
            do {
                limit.check();
                var page = engine.members(of, Listing.page(Map.of(), from, PAGE));
                for (var member : page.members()) {
                    valuesOf.computeIfAbsent(id(member), id -> nothing(populations.size()))[p] = dimensions.stream()
                            .map(dimension ->
                                    Objects.requireNonNull(member.values().get(dimension)))
                            .toList();
                }
                from += PAGE;
                total = page.total();
            } while (from < total);
        }
        var counts = new LinkedHashMap<List<@Nullable List<Object>>, Integer>();
        valuesOf.values().forEach(values -> counts.merge(Arrays.asList(values), 1, Integer::sum));
        var groups = counts.entrySet().stream()
                .map(count -> new Group(count.getKey(), count.getValue()))
                .toList();
        return new Groups(dimensions, populations, groups);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists cannot be made otherwise
    private static @Nullable List<Object>[] nothing(int size) {
        return new List[size];
    }

    private static List<@Nullable Object> id(Member member) {
        var id = new ArrayList<@Nullable Object>();
        id.add(member.record());
        id.add(member.part());
        if (member.record() == null) {
            id.add(member.officerId());
        }
        return id;
    }
}
