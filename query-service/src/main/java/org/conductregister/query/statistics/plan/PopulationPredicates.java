package org.conductregister.query.statistics.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.Profile;

/** Which profiles are in a population, days left aside, and which tuples are in a group. */
final class PopulationPredicates {

    private PopulationPredicates() {}

    static TuplePredicate profiles(Selection wanted) {
        return profiles(wanted.unit(), wanted.population())
                .and(group(Dimensions.features(wanted.unit()), true, wanted.group()));
    }

    private static TuplePredicate profiles(Unit unit, Population population) {
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

    /** TupleDictionary of one kind that have one of the values given of each dimension of that kind. */
    static TuplePredicate group(Features<?> features, boolean lasting, Map<String, Set<Object>> group) {
        var all = TuplePredicate.ALL;
        for (var dimension : group.entrySet()) {
            int feature = features.index(dimension.getKey());
            if (features.isLasting(feature) == lasting) {
                all = all.and(TuplePredicate.at(features.place(feature), dimension.getValue()::contains));
            }
        }
        return all;
    }

    private static TuplePredicate allegations(Population population) {
        var features = Dimensions.OF_ALLEGATIONS;
        return words(
                        features,
                        population,
                        Map.of(
                                "force", Filter.FORCE,
                                "kind", Filter.KIND,
                                "source", Filter.SOURCE,
                                "category", Filter.CATEGORY,
                                "workforce", Filter.WORKFORCE))
                .and(
                        limitsTags(population)
                                ? TuplePredicate.at(
                                        place(features, Dimensions.TAGS), tags -> tagsPass((Set<?>) tags, population))
                                : TuplePredicate.ALL);
    }

    private static TuplePredicate ofCase(Features<?> features, Population population) {
        var words = words(
                features, population, Map.of("force", Filter.FORCE, "kind", Filter.KIND, "source", Filter.SOURCE));
        return limitsProfiles(population) ? words.and(someAllegationPasses(features, population)) : words;
    }

    private static boolean limitsProfiles(Population population) {
        return limitsTags(population)
                || !population.of(Filter.CATEGORY).isEmpty()
                || !population.of(Filter.WORKFORCE).isEmpty();
    }

    private static boolean limitsTags(Population population) {
        return !population.of(Filter.TAG).isEmpty()
                || !population.of(Filter.WITHOUT_TAG).isEmpty();
    }

    /** One allegation must pass all limits together; a case without any passes where its own tags are all that is asked. */
    private static TuplePredicate someAllegationPasses(Features<?> features, Population population) {
        int profiles = place(features, Dimensions.PROFILES);
        boolean ofAllegations = !population.of(Filter.CATEGORY).isEmpty()
                || !population.of(Filter.WORKFORCE).isEmpty();
        var without = TuplePredicate.at(profiles, of -> ((Set<?>) of).isEmpty());
        var ownTags = TuplePredicate.at(place(features, Dimensions.TAGS), tags -> tagsPass((Set<?>) tags, population));
        var some = TuplePredicate.at(
                profiles, of -> ((Set<?>) of).stream().anyMatch(one -> passes((Profile) one, population)));
        return (tuples, number) -> without.passes(tuples, number)
                ? !ofAllegations && ownTags.passes(tuples, number)
                : some.passes(tuples, number);
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

    private static TuplePredicate words(Features<?> features, Population population, Map<String, Filter> filters) {
        var all = TuplePredicate.ALL;
        for (var filter : filters.entrySet()) {
            var asked = population.of(filter.getValue());
            if (!asked.isEmpty()) {
                all = all.and(TuplePredicate.at(place(features, filter.getKey()), asked::contains));
            }
        }
        return all;
    }

    private static int place(Features<?> features, String name) {
        return features.place(features.index(name));
    }
}
