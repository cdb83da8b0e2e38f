package org.conductregister.query.statistics.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.springframework.stereotype.Component;

/**
 * Puts the groups that nothing is in into answers, on {@code zeros=true}: every combination of the known values of the dimensions.
 * Safe for use by several threads.
 */
@Component
public final class ZeroGroups {

    public static final String PARAMETER = "zeros";

    private final KnownValues known;

    ZeroGroups(KnownValues known) {
        this.known = known;
    }

    /** Whether a request asks for them. */
    public static boolean asked(Parameters parameters) {
        var text = parameters.text(PARAMETER);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            parameters.fault(PARAMETER, "must be true or false");
        }
        return "true".equals(text);
    }

    /**
     * The groups of one table, in order of their values.
     *
     * @param zero makes the group of a combination that has none
     */
    public <G> List<G> filled(
            Question question,
            List<G> groups,
            Function<G, List<Object>> values,
            Function<List<Object>, G> zero,
            Parameters parameters) {
        return filledAlike(question, List.of(groups), values, zero, parameters).getFirst();
    }

    /** The same for several tables of one question, such as the points of a series: all have the same groups. */
    public <G> List<List<G>> filledAlike(
            Question question,
            List<List<G>> tables,
            Function<G, List<Object>> values,
            Function<List<Object>, G> zero,
            Parameters parameters) {
        var axes = axes(question, tables, values);
        long size = tables.size();
        for (var axis : axes) {
            size = Math.min(Integer.MAX_VALUE, size * axis.size());
        }
        if (size > StatisticsEngine.MOST_GROUPS) {
            parameters.fault(
                    PARAMETER, "would make more than %,d groups; ask without".formatted(StatisticsEngine.MOST_GROUPS));
            parameters.refuseFaults();
        }
        var combinations = combinations(axes);
        return tables.stream()
                .map(groups -> filled(combinations, groups, values, zero))
                .toList();
    }

    /** As at the latest day of a series. */
    public static Question asAt(Question question, LocalDate day) {
        return new Question(
                question.unit(),
                question.population(),
                question.groupBy(),
                new PointInTime(day, question.times().knownAt()));
    }

    private <G> List<Set<Object>> axes(Question question, List<List<G>> tables, Function<G, List<Object>> values) {
        var axes = new ArrayList<Set<Object>>();
        for (var dimension : question.groupBy()) {
            var axis = new TreeSet<>(Dimension.ORDER);
            axis.addAll(known.of(question, dimension));
            axes.add(axis);
        }
        for (var groups : tables) {
            for (var group : groups) {
                for (int i = 0; i < axes.size(); i++) {
                    axes.get(i).add(values.apply(group).get(i));
                }
            }
        }
        return axes;
    }

    private static List<List<Object>> combinations(List<Set<Object>> axes) {
        var combinations = List.<List<Object>>of(List.of());
        for (var axis : axes) {
            var longer = new ArrayList<List<Object>>();
            for (var before : combinations) {
                for (var value : axis) {
                    var values = new ArrayList<>(before);
                    values.add(value);
                    longer.add(values);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static <G> List<G> filled(
            List<List<Object>> combinations,
            List<G> groups,
            Function<G, List<Object>> values,
            Function<List<Object>, G> zero) {
        var byValues = new HashMap<List<Object>, G>();
        groups.forEach(group -> byValues.put(values.apply(group), group));
        return combinations.stream()
                .map(combination -> byValues.getOrDefault(combination, zero.apply(combination)))
                .toList();
    }
}
