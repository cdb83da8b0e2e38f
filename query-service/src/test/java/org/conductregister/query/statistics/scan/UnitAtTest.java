package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.RandomIndex;

/** A unit at a day and an instant against sums over all rows that were known. */
class UnitAtTest {

    @Property(tries = 150)
    void eachWayToAStateLeadsToTheSumOfTheRowsKnown(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int position = random.nextInt(index.position() + 1);
        int day = index.randomDay();

        var at = at(index, position, day);

        int known = index.rowsAt(position);
        assertThat(at.known()).isEqualTo(known);
        assertThat(at.knownAt()).isEqualTo(RandomIndex.at(position));
        var expected = index.statesAt(known, day);
        var stateOf = at.stateOf();
        var states = at.states();
        assertThat(states.count()).isEqualTo(expected.length);
        for (int version = 0; version < expected.length; version++) {
            assertThat(stateOf.applyAsInt(version)).isEqualTo(expected[version]);
            assertThat(states.of(version)).isEqualTo(expected[version]);
        }
        assertThat(at.states()).as("looked up once").isSameAs(states);
    }

    @Property(tries = 40)
    void anotherUnitIsOfTheSameDayAndInstant(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int position = random.nextInt(index.position() + 1);
        int day = index.randomDay();
        var at = at(index, position, day);
        var other = index.unit() == Unit.CASES ? Unit.ALLEGATIONS : Unit.CASES;

        var ofOther = at.of(other);

        assertThat(at.of(index.unit())).isSameAs(at);
        assertThat(ofOther.unit()).isEqualTo(other);
        assertThat(ofOther.day()).isEqualTo(day);
        assertThat(ofOther.knownAt()).isEqualTo(at.knownAt());
        assertThat(ofOther.index()).isSameAs(at.index());
        assertThat(ofOther.snapshot()).isSameAs(at.index().of(other));
        assertThat(ofOther.known()).as("rows of a unit that has none").isZero();
        assertThat(ofOther.states().count()).isZero();
    }

    private static UnitAt at(RandomIndex index, int position, int day) {
        var snapshot = index.snapshot();
        return new UnitAt(
                snapshot, index.unit(), snapshot.knownAt(RandomIndex.instant(position)), LocalDate.ofEpochDay(day));
    }
}
