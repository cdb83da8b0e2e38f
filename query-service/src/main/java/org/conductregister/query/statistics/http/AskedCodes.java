package org.conductregister.query.statistics.http;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.NotCaughtUpException;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.tables.KnownValues;
import org.conductregister.web.requests.SimilarNames;
import org.springframework.stereotype.Component;

/**
 * Finds the codes in a question that cannot be meant: those on no list that no unit has either. A code that entries state
 * though no list has it, as logs from elsewhere may, can be asked for. Codes on a list cost a look into a map; others a
 * count of each unit that has the dimension.
 */
@Component
public final class AskedCodes {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Stands where there is no code. */
    private static final Set<String> NOT_STATED = Set.of("NONE", "UNKNOWN");

    private final StatisticsEngine engine;
    private final ListedCodes lists;

    AskedCodes(StatisticsEngine engine, ListedCodes lists) {
        this.engine = engine;
        this.lists = lists;
    }

    /**
     * Notes a fault for each code that cannot be meant. Where there is one on no list, this waits until counts show what must
     * be seen: an entry on its way may state it. Where counts are still behind then, other faults are said without it.
     *
     * @param group the values asked of each dimension
     * @throws NotCaughtUpException when counts are still behind after 5 seconds, and nothing else is wrong
     */
    public void check(Parameters parameters, Population population, Map<String, Set<Object>> group, AskedTimes asked) {
        var unlisted = unlisted(population, group);
        if (unlisted.isEmpty()) {
            return;
        }
        try {
            asked.awaitOn(engine.head());
        } catch (NotCaughtUpException e) {
            if (parameters.faults().isEmpty()) {
                throw e;
            }
            return;
        }
        unlisted.forEach((parameter, codes) -> {
            var dimension = dimensionOf(parameter);
            var met = met(dimension, asked);
            codes.stream()
                    .filter(code -> !met.contains(code))
                    .forEach(code -> parameters.fault(parameter, words(listOf(dimension), code)));
        });
    }

    private Map<String, Set<String>> unlisted(Population population, Map<String, Set<Object>> group) {
        var unlisted = new LinkedHashMap<String, Set<String>>();
        for (var filter : Filter.values()) {
            if (KnownValues.LISTS.containsKey(filter.parameter())) {
                population.of(filter).forEach(code -> note(unlisted, filter.parameter(), code));
            }
        }
        population.ever().forEach((dimension, values) -> {
            if (KnownValues.LISTS.containsKey(dimension)) {
                values.forEach(code -> note(unlisted, Population.EVER + dimension, code.toString()));
            }
        });
        group.forEach((dimension, values) -> {
            if (KnownValues.LISTS.containsKey(dimension)) {
                values.forEach(code -> note(unlisted, dimension, code.toString()));
            }
        });
        return unlisted;
    }

    private static String dimensionOf(String parameter) {
        if (parameter.equals(Filter.ALSO_CATEGORY.parameter())) {
            return Filter.CATEGORY.parameter();
        }
        return parameter.startsWith(Population.EVER) ? parameter.substring(Population.EVER.length()) : parameter;
    }

    private void note(Map<String, Set<String>> unlisted, String parameter, String code) {
        if (!NOT_STATED.contains(code) && !lists.knows(listOf(dimensionOf(parameter)), code)) {
            unlisted.computeIfAbsent(parameter, name -> new TreeSet<>()).add(code);
        }
    }

    private static CodeList listOf(String dimension) {
        return Objects.requireNonNull(KnownValues.LISTS.get(dimension));
    }

    /** The values that any unit has on the day asked for or in the end, as known when asked for or now. */
    private Set<Object> met(String dimension, AskedTimes asked) {
        var met = new HashSet<>();
        for (var unit : Unit.values()) {
            if (engine.dimensions(unit).stream().map(Dimension::name).anyMatch(dimension::equals)) {
                for (var day : new HashSet<>(List.of(asked.asAt(), LAST_DAY))) {
                    for (var knownAt : new HashSet<>(List.of(asked.knownAt(), PointInTime.NOW))) {
                        var question = new Question(
                                unit, Population.EVERYTHING, List.of(dimension), new PointInTime(day, knownAt));
                        engine.count(question)
                                .groups()
                                .forEach(group -> met.add(group.values().getFirst()));
                    }
                }
            }
        }
        return met;
    }

    private String words(CodeList list, String code) {
        var similar = SimilarNames.question(code, lists.labels(list).keySet());
        return "cannot be %s, which is not on the list of %s (see /api/v1/code-lists)%s"
                .formatted(code, list.path(), similar);
    }
}
