package org.conductregister.query.statistics.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.HeldValues;

/** The conditions that a {@link Selection} puts on profiles and on states. Its limits on days are a {@link DayWindow}. */
final class PopulationPredicates {

    private PopulationPredicates() {}

    /** The condition on profiles: the filters of the population, and the group's limits on fixed dimensions. */
    static TuplePredicate ofProfiles(Selection selection) {
        return ofPopulation(selection.unit(), selection.population()).and(ofGroup(selection, true));
    }

    /** The condition on states: the group's limits on changing dimensions. */
    static TuplePredicate ofStates(Selection selection) {
        return ofGroup(selection, false);
    }

    private static TuplePredicate ofPopulation(Unit unit, Population population) {
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

    private static TuplePredicate ofGroup(Selection selection, boolean fixed) {
        var features = Dimensions.features(selection.unit());
        var all = TuplePredicate.ALL;
        for (var limit : selection.group().entrySet()) {
            int feature = features.number(limit.getKey());
            if (features.isFixed(feature) == fixed) {
                all = all.and(TuplePredicate.onField(
                        features.field(feature), value -> HeldValues.areAnyOf(value, limit.getValue())));
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
                .and(limitsTags(population) ? tags(features, population) : TuplePredicate.ALL);
    }

    private static TuplePredicate ofCase(Features<?> features, Population population) {
        var words = words(
                features, population, Map.of("force", Filter.FORCE, "kind", Filter.KIND, "source", Filter.SOURCE));
        var some = limitsTraits(population) ? words.and(someAllegationPasses(features, population)) : words;
        return population.of(Filter.ALSO_CATEGORY).isEmpty() ? some : some.and(anotherIsAlso(features, population));
    }

    private static boolean limitsTraits(Population population) {
        return limitsTags(population)
                || !population.of(Filter.CATEGORY).isEmpty()
                || !population.of(Filter.WORKFORCE).isEmpty();
    }

    private static boolean limitsTags(Population population) {
        return !population.of(Filter.TAG).isEmpty()
                || !population.of(Filter.WITHOUT_TAG).isEmpty();
    }

    /**
     * One allegation of the case must pass all limits on category, workforce and tags. A case without allegations passes by
     * its own tags where only tags are limited.
     */
    private static TuplePredicate someAllegationPasses(Features<?> features, Population population) {
        int traits = field(features, Dimensions.TRAITS);
        boolean onlyTags = population.of(Filter.CATEGORY).isEmpty()
                && population.of(Filter.WORKFORCE).isEmpty();
        var hasNone = TuplePredicate.onField(traits, all -> ((Set<?>) all).isEmpty());
        var ownTags = tags(features, population);
        var somePasses = TuplePredicate.onField(
                traits, all -> ((Set<?>) all).stream().anyMatch(one -> passes((AllegationTraits) one, population)));
        return (tuples, tuple) -> hasNone.passes(tuples, tuple)
                ? onlyTags && ownTags.passes(tuples, tuple)
                : somePasses.passes(tuples, tuple);
    }

    /** Beside an allegation that passes, there is another one of a category that is asked for too. */
    private static TuplePredicate anotherIsAlso(Features<?> features, Population population) {
        int traits = field(features, Dimensions.TRAITS);
        int repeated = field(features, Dimensions.REPEATED_CATEGORIES);
        return (tuples, tuple) ->
                hasAnother((Set<?>) tuples.value(tuple, traits), (Set<?>) tuples.value(tuple, repeated), population);
    }

    private static boolean hasAnother(Set<?> traits, Set<?> repeated, Population population) {
        var also = population.of(Filter.ALSO_CATEGORY);
        for (var one : traits) {
            if (!passes((AllegationTraits) one, population)) {
                continue;
            }
            for (var other : traits) {
                var category = ((AllegationTraits) other).category();
                if (also.contains(category) && (!other.equals(one) || repeated.contains(category))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static TuplePredicate tags(Features<?> features, Population population) {
        return TuplePredicate.onField(field(features, Dimensions.TAG), tags -> tagsPass((Set<?>) tags, population));
    }

    private static boolean passes(AllegationTraits allegation, Population population) {
        return any(population.of(Filter.CATEGORY), allegation.category())
                && any(population.of(Filter.WORKFORCE), allegation.workforce())
                && tagsPass(allegation.tags(), population);
    }

    private static boolean any(Set<String> anyOf, String word) {
        return anyOf.isEmpty() || anyOf.contains(word);
    }

    private static boolean tagsPass(Set<?> tags, Population population) {
        var with = population.of(Filter.TAG);
        return (with.isEmpty() || !Collections.disjoint(with, tags))
                && Collections.disjoint(population.of(Filter.WITHOUT_TAG), tags);
    }

    private static TuplePredicate words(Features<?> features, Population population, Map<String, Filter> filters) {
        var all = TuplePredicate.ALL;
        for (var filter : filters.entrySet()) {
            var anyOf = population.of(filter.getValue());
            if (!anyOf.isEmpty()) {
                all = all.and(TuplePredicate.onField(field(features, filter.getKey()), anyOf::contains));
            }
        }
        return all;
    }

    private static int field(Features<?> features, String name) {
        return features.field(features.number(name));
    }
}
