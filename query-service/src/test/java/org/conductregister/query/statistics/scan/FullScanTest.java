package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.RandomIndex;

/** Scans forward and back against a look at every version. */
class FullScanTest {

    @Property(tries = 200)
    void theCountsAreThoseOfTheStatesAtTheDay(@ForAll Random random) {
        var scan = RandomScan.of(random);
        int known = random.nextInt(3) == 0
                ? scan.index().rows().size()
                : scan.index().anyKnown();
        int day = Math.toIntExact(RandomIndex.FIRST_DAY.toEpochDay()) + random.nextInt(2 * RandomIndex.DAYS);
        var counts = scan.noCounts();

        scan.full(known).addUpTo(DayCode.upTo(day), counts);

        assertThat(scan.counted(counts)).isEqualTo(scan.expected(known, day));
    }

    @Property(tries = 10)
    void beforeAllDaysThereIsNothing(@ForAll Random random) {
        var scan = RandomScan.of(random);
        var counts = scan.noCounts();

        scan.full(scan.index().rows().size()).addUpTo(-1, counts);

        assertThat(scan.groups(counts)).isEmpty();
    }
}
