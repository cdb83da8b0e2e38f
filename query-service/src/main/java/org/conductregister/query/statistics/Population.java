package org.conductregister.query.statistics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cohort that is counted: limits on what does not change by itself.
 *
 * @param words of each filter that is asked for; never empty ones
 * @param reported the days of the report: of the allegation for allegations and officers, else of the case
 * @param referred the days of the case's first referral; for referrals, of the referral itself
 * @param ever of each dimension that is asked for, by name, the values of which it must have had one at the end of some day; of
 *     cases and officers, any of their allegations must
 */
public record Population(
        Map<Filter, Set<String>> words, DayRange reported, DayRange referred, Map<String, Set<Object>> ever) {

    /** Put before a dimension's name in a request, it means that the unit has at some time been so. */
    public static final String EVER = "ever.";

    public static final Population EVERYTHING = new Population(Map.of(), DayRange.ALWAYS, DayRange.ALWAYS);

    public Population {
        words = Map.copyOf(words);
        ever = Map.copyOf(ever);
    }

    /** A population whose past plays no part. */
    public Population(Map<Filter, Set<String>> words, DayRange reported, DayRange referred) {
        this(words, reported, referred, Map.of());
    }

    /** The words asked of a filter; empty where it is not asked for, and everything passes. */
    public Set<String> of(Filter filter) {
        return words.getOrDefault(filter, Set.of());
    }

    public Population with(Filter filter, String... anyOf) {
        var more = new EnumMap<Filter, Set<String>>(Filter.class);
        more.putAll(words);
        more.put(filter, new TreeSet<>(Set.of(anyOf)));
        return new Population(more, reported, referred, ever);
    }

    public Population reported(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Population(words, new DayRange(from, to), referred, ever);
    }

    public Population referred(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Population(words, reported, new DayRange(from, to), ever);
    }

    /** Limits it to what has had one of some values of a dimension at the end of some day. */
    public Population everBeen(String dimension, Object... anyOf) {
        var more = new HashMap<>(ever);
        more.put(dimension, Set.of(anyOf));
        return new Population(words, reported, referred, more);
    }

    /** The same population, whatever its past. */
    public Population withoutPast() {
        return ever.isEmpty() ? this : new Population(words, reported, referred);
    }

    /** The limits by the names of their parameters in requests: sets of values, and days. None where it is everything. */
    public Map<String, Object> asParameters() {
        var parameters = new LinkedHashMap<String, Object>();
        for (var filter : Filter.values()) {
            if (!of(filter).isEmpty()) {
                parameters.put(filter.parameter(), of(filter));
            }
        }
        new TreeMap<>(ever).forEach((dimension, values) -> {
            var sorted = new TreeSet<>(Dimension.ORDER);
            sorted.addAll(values);
            parameters.put(EVER + dimension, sorted);
        });
        put(parameters, "reportedFrom", reported.from());
        put(parameters, "reportedTo", reported.to());
        put(parameters, "referredFrom", referred.from());
        put(parameters, "referredTo", referred.to());
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable LocalDate day) {
        if (day != null) {
            parameters.put(name, day);
        }
    }
}
