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
 * A question without its times: which units are selected, and what they are grouped by.
 *
 * @param group for each dimension in it, the values of which a unit must have one
 * @param groupBy dimensions, by name
 */
public record Selection(Unit unit, Population population, Map<String, Set<Object>> group, List<String> groupBy) {

    private static final int MAX_YEARS = 200;

    /**
     * The same selection with whole years of days as limits on a dimension of years, where the unit has one: for these,
     * unlike for days, there may be a rollup. Unchanged where the days are not whole years.
     */
    Selection withYearsForDays() {
        return switch (unit) {
            case ALLEGATIONS, CASES ->
                withYears("reportedYear", population.reported(), DayRange.ALWAYS, population.referred());
            case REFERRALS -> withYears("referredYear", population.referred(), population.reported(), DayRange.ALWAYS);
            case OFFICERS, RESPONSES -> this;
        };
    }

    /** The same selection, whatever the past of the units: that is looked at beside plans. */
    Selection withoutPast() {
        return population.ever().isEmpty() ? this : new Selection(unit, population.withoutPast(), group, groupBy);
    }

    /** The same selection without limits on days. */
    Selection onAnyDay() {
        return new Selection(
                unit, new Population(population.words(), DayRange.ALWAYS, DayRange.ALWAYS), group, groupBy);
    }

    /** The same selection of units in any state, grouped by nothing. */
    Selection inAnyState() {
        var features = Dimensions.features(unit);
        var fixed = new HashMap<>(group);
        fixed.keySet().removeIf(dimension -> !features.isFixed(features.number(dimension)));
        return new Selection(unit, population, Map.copyOf(fixed), List.of());
    }

    private Selection withYears(String dimension, DayRange days, DayRange reported, DayRange referred) {
        var years = years(days);
        if (years == null || group.containsKey(dimension)) {
            return this;
        }
        var limited = new HashMap<>(group);
        limited.put(dimension, years);
        return new Selection(
                unit, new Population(population.words(), reported, referred), Map.copyOf(limited), groupBy);
    }

    private static @Nullable Set<Object> years(DayRange days) {
        var from = days.from();
        var to = days.to();
        if (from == null || to == null || from.getDayOfYear() != 1 || !isLastOfYear(to)) {
            return null;
        }
        if (to.getYear() < from.getYear() || to.getYear() - from.getYear() > MAX_YEARS) {
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
