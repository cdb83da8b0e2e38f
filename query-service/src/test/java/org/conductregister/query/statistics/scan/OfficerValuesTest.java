package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.Selection;

/** Keys stand for values, and what was cleared is not counted. */
class OfficerValuesTest {

    @Property(tries = 60)
    void thePersonsWithTheSameKeyHaveTheSameValues(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.ofUnit();
        int persons = index.snapshot().persons().size();
        var plan = new QueryPlanCache().plan(new Selection(Unit.OFFICERS, Population.EVERYTHING, Map.of(), List.of()));
        var values = new OfficerValues(
                snapshot, plan, OfficerValues.precedences(snapshot, List.of("status", "employment")), persons);
        var states = VersionStates.at(snapshot, index.rows().size(), 30_000);
        for (int version = 0; version < states.count(); version++) {
            values.add(version, states.of(version));
        }

        var valuesOfKey = new HashMap<Long, List<Object>>();
        for (int person = 0; person < persons; person++) {
            assertThat(values.isCounted(person)).isEqualTo(values.key(person) != OfficerValues.NO_KEY);
            if (values.isCounted(person)) {
                var ofPerson = List.of(values.value(person, 0), values.value(person, 1));
                assertThat(values.values(values.key(person))).isEqualTo(ofPerson);
                assertThat(valuesOfKey.computeIfAbsent(values.key(person), unknown -> ofPerson))
                        .isEqualTo(ofPerson);
                values.clear(person);
                assertThat(values.isCounted(person)).isFalse();
            }
        }
        assertThat(valuesOfKey.values()).doesNotHaveDuplicates();
    }

    @Property(tries = 60)
    void partsThatAreMergedSayWhatTheWholeSays(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.ofUnit();
        int persons = index.snapshot().persons().size();
        var plan = new QueryPlanCache().plan(new Selection(Unit.OFFICERS, Population.EVERYTHING, Map.of(), List.of()));
        var names = Dimensions.OF_OFFICERS.stream()
                .map(one -> one.dimension().name())
                .toList();
        var precedences = OfficerValues.precedences(snapshot, names);
        Supplier<OfficerValues> none = () -> new OfficerValues(snapshot, plan, precedences, persons);
        var states = VersionStates.at(snapshot, index.rows().size(), index.randomDay());
        int middle = random.nextInt(states.count() + 1);

        var whole = none.get().addAll(states, 0, states.count());
        var merged = none.get().addAll(states, 0, middle).merge(none.get().addAll(states, middle, states.count()));

        for (int person = 0; person < persons; person++) {
            assertThat(merged.isCounted(person)).isEqualTo(whole.isCounted(person));
            for (int i = 0; i < names.size() && whole.isCounted(person); i++) {
                assertThat(merged.value(person, i)).as(names.get(i)).isEqualTo(whole.value(person, i));
            }
        }
    }

    /** Whichever of the versions are read, and whatever is known. */
    @Property(tries = 100)
    void statesReadOffTheVersionsSayWhatAListOfThemSays(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.ofUnit();
        int persons = index.snapshot().persons().size();
        var plan = new QueryPlanCache().plan(new Selection(Unit.OFFICERS, Population.EVERYTHING, Map.of(), List.of()));
        var names = List.of("status", "result", Dimensions.ALLEGATION_COUNT);
        var precedences = OfficerValues.precedences(snapshot, names);
        int day = Math.toIntExact(RandomIndex.FIRST_DAY.toEpochDay()) + random.nextInt(RandomIndex.DAYS);
        int known = index.anyKnown();
        var states = VersionStates.at(snapshot, known, day);
        int versions = snapshot.versionsKnown(known);
        int from = random.nextInt(versions + 1);
        int to = from + random.nextInt(versions - from + 1);

        var listed = new OfficerValues(snapshot, plan, precedences, persons).addAll(states, from, to);
        var readOff =
                new OfficerValues(snapshot, plan, precedences, persons).addReadOff(known, DayCode.upTo(day), from, to);

        for (int person = 0; person < persons; person++) {
            assertThat(readOff.key(person)).isEqualTo(listed.key(person));
        }
    }
}
