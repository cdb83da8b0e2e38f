package org.conductregister.query.statistics.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.path.UnitState;

/** Selections that leave out some of a {@link RandomIndex}, and what they select, worked out value by value. */
public final class RandomSelections {

    private static final Map<Filter, List<String>> WORDS = Map.of(
            Filter.FORCE, RandomIndex.CODES,
            Filter.KIND, List.of("COMPLAINT", "CONDUCT"),
            Filter.SOURCE, List.of("PUBLIC", "POLICE"),
            Filter.CATEGORY, RandomIndex.CODES,
            Filter.TAG, RandomIndex.TAGS,
            Filter.WITHOUT_TAG, RandomIndex.TAGS,
            Filter.WORKFORCE, List.of("POLICE_OFFICER", "VOLUNTEER", "UNKNOWN"));

    private final Random random;
    private final Unit unit;

    public RandomSelections(Random random, Unit unit) {
        this.random = random;
        this.unit = unit;
    }

    /** A selection with up to three dimensions to group by. */
    public Selection any() {
        return new Selection(unit, population(), group(), groupBy());
    }

    /** One without a group, such as counts have. */
    public Selection ofCount() {
        return new Selection(unit, population(), Map.of(), groupBy());
    }

    /** One that some rollup has the counts for, if the population has no limit on days. */
    public Selection ofRollup() {
        return new Selection(
                unit,
                Population.EVERYTHING,
                Map.of(),
                random.nextBoolean() ? List.of("status") : List.of("force", "status"));
    }

    private List<String> groupBy() {
        var names = new ArrayList<>(Dimensions.features(unit).dimensions().stream()
                .map(Dimension::name)
                .toList());
        Collections.shuffle(names, random);
        return List.copyOf(names.subList(0, random.nextInt(4)));
    }

    private Map<String, Set<Object>> group() {
        var group = new HashMap<String, Set<Object>>();
        if (random.nextInt(3) == 0) {
            group.put("status", Set.of("PENDING"));
        }
        if (random.nextInt(3) == 0) {
            group.put("force", Set.of("ALPHA", "BETA"));
        }
        if (random.nextInt(4) == 0) {
            group.put("reportedYear", Set.of(2010, 2012));
        }
        return Map.copyOf(group);
    }

    public Population population() {
        var population = Population.EVERYTHING;
        for (var filter : Filter.values()) {
            if (WORDS.containsKey(filter) && filter.appliesTo(unit) && random.nextInt(8) == 0) {
                var words = new HashSet<String>();
                for (int i = 0; i < 2; i++) {
                    words.add(WORDS.get(filter)
                            .get(random.nextInt(WORDS.get(filter).size())));
                }
                population = population.with(filter, words.toArray(String[]::new));
            }
        }
        if (random.nextInt(4) == 0) {
            population = population.reported(dayOrNull(), dayOrNull());
        }
        if (random.nextInt(6) == 0) {
            population = population.referred(dayOrNull(), dayOrNull());
        }
        return population;
    }

    private LocalDate dayOrNull() {
        return random.nextInt(3) == 0 ? null : RandomIndex.FIRST_DAY.plusDays(random.nextInt(RandomIndex.DAYS));
    }

    /** Whether a selection has a version in it, whatever its state. */
    public static boolean selectsVersion(Selection selection, RandomIndex index, RandomIndex.Version version) {
        return selectsProfile(selection, index.profiles().get(version.profile()))
                && selectsDays(selection.population(), version);
    }

    public static boolean selectsDays(Population population, RandomIndex.Version version) {
        var reported = population.reported();
        var referred = population.referred();
        return isWithin(reported.from(), reported.to(), version.reported())
                && (referred.isAlways()
                        || (version.referred() != UnitState.NOT_REFERRED
                                && isWithin(referred.from(), referred.to(), version.referred())));
    }

    private static boolean isWithin(LocalDate from, LocalDate to, int day) {
        return (from == null || day >= from.toEpochDay()) && (to == null || day <= to.toEpochDay());
    }

    /** Whether a selection has a profile in it. */
    public static boolean selectsProfile(Selection selection, Map<String, Object> profile) {
        return isInGroup(selection, profile) && isInPopulation(selection, profile);
    }

    /** Whether a selection has a state in it. */
    public static boolean selectsState(Selection selection, Map<String, Object> state) {
        return isInGroup(selection, state);
    }

    private static boolean isInGroup(Selection selection, Map<String, Object> values) {
        return selection.group().entrySet().stream()
                .allMatch(limit ->
                        !values.containsKey(limit.getKey()) || limit.getValue().contains(values.get(limit.getKey())));
    }

    private static boolean isInPopulation(Selection selection, Map<String, Object> profile) {
        var population = selection.population();
        boolean ofCase = anyOf(population, Filter.FORCE, profile.get("force"))
                && anyOf(population, Filter.KIND, profile.get("kind"))
                && anyOf(population, Filter.SOURCE, profile.get("source"));
        var tags = (Set<?>) profile.get(Dimensions.TAG);
        if (selection.unit() == Unit.ALLEGATIONS) {
            return ofCase
                    && anyOf(population, Filter.CATEGORY, profile.get("category"))
                    && anyOf(population, Filter.WORKFORCE, profile.get("workforce"))
                    && tagsPass(population, tags);
        }
        var limited = Set.of(Filter.CATEGORY, Filter.WORKFORCE, Filter.TAG, Filter.WITHOUT_TAG).stream()
                .filter(filter -> !population.of(filter).isEmpty())
                .toList();
        var traits = (Set<?>) profile.get(Dimensions.TRAITS);
        if (limited.isEmpty()) {
            return ofCase;
        }
        if (traits.isEmpty()) {
            return ofCase
                    && !limited.contains(Filter.CATEGORY)
                    && !limited.contains(Filter.WORKFORCE)
                    && tagsPass(population, tags);
        }
        return ofCase
                && traits.stream()
                        .map(AllegationTraits.class::cast)
                        .anyMatch(one -> anyOf(population, Filter.CATEGORY, one.category())
                                && anyOf(population, Filter.WORKFORCE, one.workforce())
                                && tagsPass(population, one.tags()));
    }

    private static boolean anyOf(Population population, Filter filter, Object value) {
        return population.of(filter).isEmpty() || population.of(filter).contains(value);
    }

    private static boolean tagsPass(Population population, Collection<?> tags) {
        var with = population.of(Filter.TAG);
        return (with.isEmpty() || tags.stream().anyMatch(with::contains))
                && tags.stream().noneMatch(population.of(Filter.WITHOUT_TAG)::contains);
    }

    /** The values that a selection groups a unit by. */
    public static List<Object> values(Selection selection, Map<String, Object> profile, Map<String, Object> state) {
        return selection.groupBy().stream()
                .map(name -> profile.containsKey(name) ? profile.get(name) : state.get(name))
                .toList();
    }

    /** The versions that a selection has in it at the end of a day, as known after the first rows, with their states. */
    public static Map<Integer, Integer> selected(Selection selection, RandomIndex index, int known, int day) {
        var selected = new HashMap<Integer, Integer>();
        var states = index.statesAt(known, day);
        for (int version = 0; version < states.length; version++) {
            int state = states[version];
            if (state != UnitState.NOT_THERE
                    && selectsVersion(selection, index, index.versions().get(version))
                    && selectsState(selection, index.states().get(state - 1))) {
                selected.put(version, state);
            }
        }
        return selected;
    }

    /** The count of each group at the end of a day, as known after the first rows. */
    public static Map<List<Object>, Long> counts(Selection selection, RandomIndex index, int known, int day) {
        var counts = new HashMap<List<Object>, Long>();
        selected(selection, index, known, day)
                .forEach((version, state) -> counts.merge(
                        values(
                                selection,
                                index.profiles()
                                        .get(index.versions().get(version).profile()),
                                index.states().get(state - 1)),
                        1L,
                        Long::sum));
        return counts;
    }
}
