package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.HistoryStore;
import org.conductregister.query.statistics.oracle.RandomRegister;

/** Cases that are restored from their histories now and then, against cases that have stayed in memory. */
class CaseRecordTest {

    private static final List<Unit> UNITS = List.of(Unit.CASES, Unit.ALLEGATIONS, Unit.REFERRALS);

    @Property(tries = 100)
    void aCaseRestoredEmitsWhatOneThatStayedDoes(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var stayed = new Kept();
        var restored = new Kept();
        for (var each : log) {
            if (random.nextInt(3) == 0) {
                restored.forget();
            }
            stayed.apply(each);
            restored.apply(each);

            for (int number = 0; number < RandomRegister.DAYS + 2; number++) {
                int day = Step.day(RandomRegister.FIRST_DAY.plusDays(number));
                for (var unit : UNITS) {
                    assertThat(restored.points.unitsAt(unit, day)).isEqualTo(stayed.points.unitsAt(unit, day));
                }
            }
        }
        assertThat(restored.points.points()).isEqualTo(stayed.points.points());
    }

    @Property(tries = 100)
    void aCaseTracedAgainFromADayEmitsNothing(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var kept = new Kept();
        log.forEach(kept::apply);
        kept.forget();
        int before = kept.points.points();
        int number = kept.store.records().numberOf(RecordKind.CASE, "C1");
        int day = Step.day(RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS)));

        kept.records.caseOf(number).prepareFrom(day).run();

        assertThat(kept.points.points()).isEqualTo(before);
    }

    /** Records with the points that they have emitted. */
    private static final class Kept {

        private final HistoryStore store = new HistoryStore(BufferAllocator.IN_MEMORY);
        private final SummedPoints points = new SummedPoints();
        private Records records = new Records(store, points, 1_000);

        void forget() {
            records = new Records(store, points, 1_000);
        }

        void apply(RecordedEntry recorded) {
            var entry = recorded.entry();
            records.of(entry.record()).apply(entry.entryId(), entry.fact());
        }
    }

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.logs(40)
                .map(log -> log.stream()
                        .filter(each -> each.entry().record().kind() != RecordKind.RECOMMENDATION)
                        .toList());
    }
}
