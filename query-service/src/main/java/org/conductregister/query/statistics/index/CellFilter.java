package org.conductregister.query.statistics.index;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.cells.Features;
import org.conductregister.query.statistics.cells.Profile;

/** Which cells are in a population, days left aside. */
final class CellFilter {

    private CellFilter() {}

    static Predicate<Object[]> of(Unit unit, Population population) {
        return switch (unit) {
            case ALLEGATIONS, OFFICERS -> allegations(population);
            case CASES -> ofCase(Dimensions.OF_CASES, population);
            case REFERRALS -> ofCase(Dimensions.OF_REFERRALS, population);
            case RESPONSES ->
                words(
                        Dimensions.OF_RESPONSES,
                        population,
                        Map.of("force", Filter.FORCE, "recommendationId", Filter.RECOMMENDATION_ID));
        };
    }

    /** The cells that have one of the values given of each dimension given. */
    static Predicate<Object[]> of(Features<?> features, Map<String, Set<Object>> group) {
        Predicate<Object[]> all = values -> true;
        for (var dimension : group.entrySet()) {
            all = all.and(oneOf(features.index(dimension.getKey()), dimension.getValue()));
        }
        return all;
    }

    private static Predicate<Object[]> allegations(Population population) {
        var features = Dimensions.OF_ALLEGATIONS;
        int tags = features.index(Dimensions.TAGS);
        return words(
                        features,
                        population,
                        Map.of(
                                "force", Filter.FORCE,
                                "kind", Filter.KIND,
                                "source", Filter.SOURCE,
                                "category", Filter.CATEGORY,
                                "workforce", Filter.WORKFORCE))
                .and(values -> tagsPass(setOf(values[tags]), population));
    }

    private static Predicate<Object[]> ofCase(Features<?> features, Population population) {
        int tags = features.index(Dimensions.TAGS);
        int profiles = features.index(Dimensions.PROFILES);
        return words(features, population, Map.of("force", Filter.FORCE, "kind", Filter.KIND, "source", Filter.SOURCE))
                .and(values -> someAllegationPasses(setOf(values[profiles]), setOf(values[tags]), population));
    }

    /** One allegation must pass all limits together; a case without any passes where its own tags are all that is asked. */
    private static boolean someAllegationPasses(Set<?> profiles, Set<?> ownTags, Population population) {
        if (profiles.isEmpty()) {
            return population.of(Filter.CATEGORY).isEmpty()
                    && population.of(Filter.WORKFORCE).isEmpty()
                    && tagsPass(ownTags, population);
        }
        return profiles.stream().map(Profile.class::cast).anyMatch(profile -> passes(profile, population));
    }

    private static boolean passes(Profile profile, Population population) {
        return any(population.of(Filter.CATEGORY), profile.category())
                && any(population.of(Filter.WORKFORCE), profile.workforce())
                && tagsPass(profile.tags(), population);
    }

    private static boolean any(Set<String> asked, String word) {
        return asked.isEmpty() || asked.contains(word);
    }

    private static boolean tagsPass(Set<?> tags, Population population) {
        var with = population.of(Filter.TAG);
        return (with.isEmpty() || !Collections.disjoint(with, tags))
                && Collections.disjoint(population.of(Filter.WITHOUT_TAG), tags);
    }

    private static Predicate<Object[]> words(Features<?> features, Population population, Map<String, Filter> filters) {
        Predicate<Object[]> all = values -> true;
        for (var filter : filters.entrySet()) {
            var asked = population.of(filter.getValue());
            if (!asked.isEmpty()) {
                all = all.and(oneOf(features.index(filter.getKey()), asked));
            }
        }
        return all;
    }

    private static Predicate<Object[]> oneOf(int index, Set<?> asked) {
        return values -> asked.contains(values[index]);
    }

    private static Set<?> setOf(Object value) {
        return (Set<?>) value;
    }
}
