package org.conductregister.query.statistics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cohort that is counted: limits on what does not change by itself.
 *
 * @param words of each filter that is asked for; never empty ones
 * @param reported the days of the report: of the allegation for allegations and officers, else of the case
 * @param referred the days of the case's first referral; for referrals, of the referral itself
 */
public record Population(Map<Filter, Set<String>> words, DayRange reported, DayRange referred) {

    public static final Population EVERYTHING = new Population(Map.of(), DayRange.ALWAYS, DayRange.ALWAYS);

    public Population {
        words = Map.copyOf(words);
    }

    /** The words asked of a filter; empty where it is not asked for, and everything passes. */
    public Set<String> of(Filter filter) {
        return words.getOrDefault(filter, Set.of());
    }

    public Population with(Filter filter, String... anyOf) {
        var more = new EnumMap<Filter, Set<String>>(Filter.class);
        more.putAll(words);
        more.put(filter, new TreeSet<>(Set.of(anyOf)));
        return new Population(more, reported, referred);
    }

    public Population reported(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Population(words, new DayRange(from, to), referred);
    }

    public Population referred(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Population(words, reported, new DayRange(from, to));
    }
}
