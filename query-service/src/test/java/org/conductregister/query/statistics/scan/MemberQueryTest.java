package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;

/** The members of a count against a look at every version. */
class MemberQueryTest {

    @Property(tries = 200)
    void theMembersAreThoseSelectedWithTheirValues(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any();
        var cache = new QueryPlanCache();
        var plan = cache.plan(selection);
        var snapshot = index.snapshot();
        int position = random.nextInt(index.position() + 1);
        int day = index.randomDay();
        var candidates = cache.candidates(plan, snapshot.of(index.unit()));
        var query = new MemberQuery(
                snapshot,
                index.unit(),
                plan,
                candidates,
                snapshot.knownAt(RandomIndex.instant(position)),
                LocalDate.ofEpochDay(day));
        Predicate<String> records = random.nextBoolean() ? Listing.EVERY_RECORD : record -> record.hashCode() % 2 == 0;
        var expected = RandomSelections.selected(selection, index, index.rowsAt(position), day).entrySet().stream()
                .filter(one -> records.test(
                        index.record(index.versions().get(one.getKey()).member())))
                .collect(Collectors.toMap(
                        one -> name(index, index.versions().get(one.getKey()).member()),
                        one -> values(index, one.getKey(), one.getValue())));

        for (var order : Listing.Order.values()) {
            var all = query.page(new Listing(Map.of(), records, order, 0, 100_000));
            assertThat(all.total()).isEqualTo(expected.size());
            assertThat(all.members().stream()
                            .collect(Collectors.toMap(one -> one.record() + "/" + one.part(), Member::values)))
                    .isEqualTo(expected);
            assertThat(all.position()).isEqualTo(position);
            var page = query.page(new Listing(Map.of(), records, order, 2, 3));
            assertThat(page.total()).isEqualTo(all.total());
            assertThat(page.members())
                    .isEqualTo(all.members().stream().skip(2).limit(3).toList());
        }
    }

    private static String name(RandomIndex index, int member) {
        return index.record(member) + "/" + index.part(member);
    }

    private static Map<String, Object> values(RandomIndex index, int version, int state) {
        var all =
                new HashMap<>(index.profiles().get(index.versions().get(version).profile()));
        all.putAll(index.states().get(state - 1));
        if (index.unit() == Unit.ALLEGATIONS) {
            all.compute(Dimensions.TAG, (name, tags) -> HeldValues.list(tags));
        }
        all.keySet().retainAll(names(index));
        return all;
    }

    private static List<String> names(RandomIndex index) {
        return Dimensions.of(index.unit()).stream().map(Dimension::name).toList();
    }

    @Property(tries = 40)
    void anAllegationNamesItsOfficer(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var selection = new RandomSelections(random, index.unit()).ofRollup();
        var cache = new QueryPlanCache();
        var plan = cache.plan(selection);
        var snapshot = index.snapshot();
        var day = LocalDate.of(2050, 1, 1);
        var query = new MemberQuery(
                snapshot, index.unit(), plan, cache.candidates(plan, snapshot.of(index.unit())), snapshot.head(), day);

        var members = query.page(Listing.page(Map.of(), 0, 10_000)).members();

        var persons =
                RandomSelections.selected(selection, index, index.rows().size(), Math.toIntExact(day.toEpochDay()))
                        .keySet()
                        .stream()
                        .collect(Collectors.toMap(
                                version -> name(
                                        index, index.versions().get(version).member()),
                                version -> index.versions().get(version).person()));
        for (var member : members) {
            int person = persons.get(member.record() + "/" + member.part());
            assertThat(member.officerId())
                    .isEqualTo(
                            person == UnitState.NOBODY
                                    ? null
                                    : snapshot.persons().get(person));
            assertThat(member.referredOn()).isNull();
        }
        assertThat(members).hasSize(persons.size());
    }
}
