package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.OfficerDimension;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;
import org.conductregister.query.statistics.plan.Selection;

/** Counts, series and members of officers against a look at every allegation. */
class OfficerQueryTest {

    private static final int STATUS = names(Dimensions.OF_OFFICERS).indexOf("status");

    @Property(tries = 200)
    void anOfficerIsCountedOnceByTheValuesThatComeFirst(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var selection = selection(random);
        var snapshot = index.snapshot();
        int position = random.nextInt(index.position() + 1);
        int day = index.randomDay();
        var dimensions = dimensions(random);
        var query = new OfficerQuery(
                snapshot, new QueryPlanCache().plan(selection), snapshot.knownAt(RandomIndex.instant(position)));

        var groups = query.groups(names(dimensions), LocalDate.ofEpochDay(day));

        var expected = new HashMap<List<Object>, Long>();
        officers(selection, index, index.rowsAt(position), day, dimensions)
                .forEach((person, values) -> expected.merge(values, 1L, Long::sum));
        assertThat(RandomScan.asMap(groups)).isEqualTo(expected);
    }

    @Property(tries = 100)
    void aSeriesHasTheCountsOfEachDay(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.snapshot();
        var query = new OfficerQuery(snapshot, new QueryPlanCache().plan(selection(random)), snapshot.head());
        var names = names(dimensions(random));
        var days = random.ints(random.nextInt(6), 0, 1)
                .map(i -> index.randomDay())
                .sorted()
                .distinct()
                .mapToObj(LocalDate::ofEpochDay)
                .toList();

        var points = query.series(names, days);

        assertThat(points).hasSameSizeAs(days);
        for (var point : points) {
            assertThat(point.groups()).isEqualTo(query.groups(names, point.asAt()));
        }
    }

    @Property(tries = 100)
    void membersAreTheOfficersOfAGroup(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var selection = selection(random);
        var snapshot = index.snapshot();
        int day = index.randomDay();
        var query = new OfficerQuery(snapshot, new QueryPlanCache().plan(selection), snapshot.head());
        var group = Map.<String, Set<Object>>of("status", Set.of("PENDING"));

        var found = query.members(Listing.page(group, 0, 1_000), LocalDate.ofEpochDay(day));

        var expected = officers(selection, index, index.rows().size(), day, Dimensions.OF_OFFICERS).entrySet().stream()
                .filter(officer -> officer.getValue().get(STATUS).equals("PENDING"))
                .collect(Collectors.toMap(
                        officer -> snapshot.persons().get(officer.getKey()),
                        officer -> List.copyOf(officer.getValue())));
        assertThat(found.total()).isEqualTo(expected.size());
        assertThat(found.members().stream()
                        .collect(Collectors.toMap(
                                member -> Objects.requireNonNull(member.officerId()),
                                member -> List.copyOf(member.values().values()))))
                .isEqualTo(expected);
        var page = query.members(Listing.page(group, 1, 2), LocalDate.ofEpochDay(day));
        assertThat(page.total()).isEqualTo(found.total());
        assertThat(page.members())
                .isEqualTo(found.members().stream().skip(1).limit(2).toList());
    }

    private static Selection selection(Random random) {
        var population = new RandomSelections(random, Unit.ALLEGATIONS).population();
        return new Selection(Unit.OFFICERS, population, Map.of(), List.of());
    }

    private static List<OfficerDimension> dimensions(Random random) {
        var all = new ArrayList<>(Dimensions.OF_OFFICERS);
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(4));
    }

    private static List<String> names(List<OfficerDimension> dimensions) {
        return dimensions.stream().map(one -> one.dimension().name()).toList();
    }

    /** The values of each person with an allegation in the population. */
    private static Map<Integer, List<Object>> officers(
            Selection selection, RandomIndex index, int known, int day, List<OfficerDimension> dimensions) {
        var ofAllegations = new Selection(Unit.ALLEGATIONS, selection.population(), Map.of(), List.of());
        var officers = new HashMap<Integer, List<Object>>();
        RandomSelections.selected(ofAllegations, index, known, day).forEach((version, state) -> {
            int person = index.versions().get(version).person();
            if (person != UnitState.NOBODY) {
                var values = dimensions.stream()
                        .map(dimension -> value(dimension, index, version, state))
                        .toList();
                officers.merge(person, values, (a, b) -> first(dimensions, a, b));
            }
        });
        return officers;
    }

    private static Object value(OfficerDimension dimension, RandomIndex index, int version, int state) {
        if (dimension.isCount()) {
            return 1;
        }
        var all =
                new HashMap<>(index.profiles().get(index.versions().get(version).profile()));
        all.putAll(index.states().get(state - 1));
        return dimension.valueOf(
                Dimensions.OF_ALLEGATIONS.names().stream().map(all::get).toArray());
    }

    private static List<Object> first(List<OfficerDimension> dimensions, List<Object> a, List<Object> b) {
        var first = new ArrayList<Object>();
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).isCount()) {
                first.add((int) a.get(i) + (int) b.get(i));
                continue;
            }
            first.add(dimensions.get(i).precedence().compare(a.get(i), b.get(i)) <= 0 ? a.get(i) : b.get(i));
        }
        return List.copyOf(first);
    }
}
