package org.conductregister.query.statistics.flow;

import java.util.Set;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;

/**
 * The dimensions and filters whose value for a member is the same on all days, as known at one instant: a correction changes it
 * on all of them. A member is then in the same group at the beginning and the end of each period.
 */
final class LastingDimensions {

    private static final Set<String> OF_ALLEGATIONS =
            Set.of("force", "kind", "source", "category", "reportedYear", "regime", "tag", "reportedFinancialYear");

    /** Not by what allegations it has: these come one after another. */
    private static final Set<String> OF_CASES =
            Set.of("force", "kind", "source", "reportedYear", "reportedFinancialYear");

    private static final Set<Filter> FILTERS_OF_ALLEGATIONS =
            Set.of(Filter.FORCE, Filter.KIND, Filter.SOURCE, Filter.CATEGORY, Filter.TAG, Filter.WITHOUT_TAG);

    private static final Set<Filter> FILTERS_OF_CASES = Set.of(Filter.FORCE, Filter.KIND, Filter.SOURCE);

    private LastingDimensions() {}

    /** Whether each member is in the population, and in its group, on all days or on none. */
    static boolean areAllOf(Question question) {
        boolean ofCases = question.unit() == Unit.CASES;
        return (ofCases ? OF_CASES : OF_ALLEGATIONS).containsAll(question.groupBy())
                && isLasting(question.population(), ofCases ? FILTERS_OF_CASES : FILTERS_OF_ALLEGATIONS);
    }

    private static boolean isLasting(Population population, Set<Filter> filters) {
        return population.referred().isAlways()
                && population.ever().isEmpty()
                && filters.containsAll(population.words().keySet());
    }
}
