package org.conductregister.query.statistics.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.DatedCodes;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.springframework.stereotype.Component;

/**
 * The values that a dimension can have, whether or not anything has them: those of a fixed list, the codes of a code list as known, years
 * and numbers without gaps from the least to the greatest that occur. A value that occurs is always among them. Safe for use by
 * several threads; a call costs a count.
 */
@Component
public final class KnownValues {

    /** The list that the values of a dimension are on, and the values of a filter of the same name. */
    public static final Map<String, CodeList> LISTS = Map.of(
            "force", CodeList.FORCES,
            "category", CodeList.CATEGORIES,
            "alsoCategory", CodeList.CATEGORIES,
            "finding", CodeList.FINDINGS,
            "gender", CodeList.GENDERS,
            "ethnicity", CodeList.ETHNICITIES);

    private final StatisticsEngine engine;
    private final DatedCodes lists;

    KnownValues(StatisticsEngine engine, DatedCodes lists) {
        this.engine = engine;
        this.lists = lists;
    }

    /** The values of each dimension that a question groups by, in its order. */
    public List<List<Object>> of(Question question) {
        return question.groupBy().stream()
                .map(dimension -> of(question, dimension))
                .toList();
    }

    /**
     * The values of a dimension that members of a question's population can have, in their order. Where the population is limited
     * by what the dimension is of, only those it is limited to.
     *
     * @throws IllegalArgumentException when the dimension is not one of the unit's
     */
    public List<Object> of(Question question, String dimension) {
        var described = engine.dimensions(question.unit()).stream()
                .filter(each -> each.name().equals(dimension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(dimension));
        var occurring = occurring(question, dimension);
        return switch (described.values()) {
            case WORD -> {
                var words = new ArrayList<Object>(described.words());
                var limit = limit(question, dimension);
                words.removeIf(word -> !limit.isEmpty() && !limit.contains(word) && !occurring.contains(word));
                yield words;
            }
            case FLAG -> List.of(false, true);
            case CODE, CODES -> codes(question, dimension, occurring);
            case NUMBER -> numbers(occurring);
            case FINANCIAL_YEAR -> financialYears(occurring);
        };
    }

    private SortedSet<Object> occurring(Question question, String dimension) {
        var occurring = new TreeSet<>(Dimension.ORDER);
        engine.count(new Question(question.unit(), question.population(), List.of(dimension), question.times()))
                .groups()
                .forEach(group -> occurring.add(group.values().getFirst()));
        return occurring;
    }

    private List<Object> codes(Question question, String dimension, SortedSet<Object> occurring) {
        var codes = new TreeSet<>(occurring);
        var limit = limit(question, dimension);
        var list = dimension.equals(Dimensions.TAG) ? CodeList.TAGS : LISTS.get(dimension);
        if (!limit.isEmpty()) {
            codes.addAll(limit);
        } else if (list != null) {
            lists.codes(list, question.times().knownAt()).forEach(code -> codes.add(code.code()));
        }
        return List.copyOf(codes);
    }

    /**
     * Returns the values to which the population limits the dimension; a filter of people is about their cases, and
     * limits none of their own.
     */
    private static Set<String> limit(Question question, String dimension) {
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.parameter().equals(dimension) && question.unit() != Unit.OFFICERS)
                .findFirst()
                .map(question.population()::of)
                .orElse(Set.of());
    }

    private static List<Object> numbers(SortedSet<Object> occurring) {
        return occurring.isEmpty()
                ? List.of()
                : IntStream.rangeClosed((Integer) occurring.first(), (Integer) occurring.last())
                        .<Object>mapToObj(Integer::valueOf)
                        .toList();
    }

    private static List<Object> financialYears(SortedSet<Object> occurring) {
        return occurring.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(firstYear(occurring.first()), firstYear(occurring.last()))
                        .<Object>mapToObj(year -> "%04d/%02d".formatted(year, (year + 1) % 100))
                        .toList();
    }

    private static int firstYear(Object financialYear) {
        return Integer.parseInt(financialYear.toString().substring(0, 4));
    }
}
