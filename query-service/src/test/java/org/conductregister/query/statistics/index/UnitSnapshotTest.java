package org.conductregister.query.statistics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.DayCode;

/** States read off the versions, and names, against sums over all rows. */
class UnitSnapshotTest {

    /** Also where rows were appended after the snapshot: then last rows are ones that the reader must not see. */
    @Property(tries = 100)
    void theStateOfAVersionIsTheSumOfItsRows(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int known = index.anyKnown();
        var snapshot = index.ofUnit();
        int versions = index.versions().size();
        index.addEntries(random.nextInt(50));
        int day = Math.toIntExact(RandomIndex.FIRST_DAY.toEpochDay()) + random.nextInt(RandomIndex.DAYS);
        var expected = index.statesAt(known, day);

        for (int version = 0; version < versions; version++) {
            assertThat(snapshot.stateAt(version, DayCode.code(day), known)).isEqualTo(expected[version]);
        }
    }

    @Property(tries = 60)
    void aVersionIsSettledWhenNoRowOfItIsLaterOrUnknown(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int known = index.anyKnown();
        int upTo = DayCode.code(index.randomDay());
        var snapshot = index.ofUnit();

        for (int version = 0; version < index.versions().size(); version++) {
            boolean settled = true;
            for (int row = 0; row < index.rows().size(); row++) {
                var point = index.rows().get(row);
                settled &= point.version() != version || (row < known && DayCode.code(point.day()) <= upTo);
            }
            assertThat(snapshot.isSettled(version, upTo, known)).isEqualTo(settled);
        }
    }

    @Property(tries = 20)
    void aMemberIsPartOfItsRecord(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        for (int version = 0; version < index.versions().size(); version++) {
            int member = snapshot.versions().member(version);
            assertThat(snapshot.part(member) == null).isEqualTo(index.unit() == Unit.CASES);
            assertThat(UnitSnapshot.name(snapshot.record(member), snapshot.part(member)))
                    .isEqualTo(snapshot.members().get(member));
        }
    }
}
