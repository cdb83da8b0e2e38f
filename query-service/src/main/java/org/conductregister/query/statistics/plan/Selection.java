package org.conductregister.query.statistics.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.query.statistics.DayRange;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * A question without its times.
 *
 * @param group limits to those that have any of the values given of each dimension given
 */
public record Selection(Unit unit, Population population, Map<String, Set<Object>> group, List<String> groupBy) {

    private static final int MOST_YEARS = 200;

    /**
     * The same where days from the first to the last of a year are told by the dimension of that year: of those the
     * counts may be kept ready.
     */
    Selection byYears() {
        return switch (unit) {
            case ALLEGATIONS, CASES ->
                yearsOf("reportedYear", population.reported(), DayRange.ALWAYS, population.referred());
            case REFERRALS -> yearsOf("referredYear", population.referred(), population.reported(), DayRange.ALWAYS);
            case OFFICERS, RESPONSES -> this;
        };
    }

    /** The same on whatever days. */
    Selection everyDay() {
        return new Selection(
                unit, new Population(population.words(), DayRange.ALWAYS, DayRange.ALWAYS), group, groupBy);
    }

    /** The same of members in whatever state, grouped by nothing. */
    Selection inAnyState() {
        var features = Dimensions.features(unit);
        var lasting = new HashMap<>(group);
        lasting.keySet().removeIf(dimension -> !features.isLasting(features.index(dimension)));
        return new Selection(unit, population, Map.copyOf(lasting), List.of());
    }

    private Selection yearsOf(String dimension, DayRange days, DayRange reported, DayRange referred) {
        var years = yearsOf(days);
        if (years == null || group.containsKey(dimension)) {
            return this;
        }
        var limited = new HashMap<>(group);
        limited.put(dimension, years);
        return new Selection(
                unit, new Population(population.words(), reported, referred), Map.copyOf(limited), groupBy);
    }

    private static @Nullable Set<Object> yearsOf(DayRange days) {
        var from = days.from();
        var to = days.to();
        if (from == null || to == null || from.getDayOfYear() != 1 || !isLastOfYear(to)) {
            return null;
        }
        if (to.getYear() < from.getYear() || to.getYear() - from.getYear() > MOST_YEARS) {
            return null;
        }
        var years = new TreeSet<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            years.add(year);
        }
        return years;
    }

    private static boolean isLastOfYear(LocalDate day) {
        return day.getDayOfYear() == day.lengthOfYear();
    }
}
