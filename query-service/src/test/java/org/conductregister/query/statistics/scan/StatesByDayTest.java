package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** States day after day against sums over all rows on each day. */
class StatesByDayTest {

    @Property(tries = 100)
    void onEachDayTheyAreTheSumsOfTheRowsUpToIt(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int known = random.nextBoolean() ? index.rows().size() : index.anyKnown();
        var days = days(random);

        var states = new StatesByDay(index.ofUnit(), known, days.getFirst(), days.subList(1, days.size()));

        for (int time = 0; time < 2; time++) {
            check(index, known, days.getFirst(), states.begin());
            days.stream().skip(1).forEach(day -> check(index, known, day, states.next()));
        }
    }

    /** Ascending days; now and then the last is one that has no code of its own. */
    private static List<LocalDate> days(Random random) {
        var far = random.nextInt(5) == 0 ? random.ints(1, 400_000, 500_000) : random.ints(1, 50, 90);
        return IntStream.concat(random.ints(1 + random.nextInt(8), -3, 50), far)
                .sorted()
                .distinct()
                .mapToObj(RandomIndex.FIRST_DAY::plusDays)
                .toList();
    }

    private static void check(RandomIndex index, int known, LocalDate day, VersionStates states) {
        var expected = index.statesAt(known, Math.toIntExact(day.toEpochDay()));
        for (int version = 0; version < expected.length; version++) {
            assertThat(states.of(version)).as("version %d on %s", version, day).isEqualTo(expected[version]);
        }
    }
}
