package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.ResponseAt;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.HistoryStore;
import org.conductregister.query.statistics.oracle.RandomRegister;

/** The responses to a recommendation against those that it has at the end of each day, overdue ones without any entry. */
class RecommendationRecordTest {

    /** Answers are due up to some days after the last day of an entry. */
    private static final int DAYS = RandomRegister.DAYS + 6;

    @Property(tries = 25)
    void thePointsAddUpToTheResponsesOfEachDay(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var points = new SummedPoints();
        var store = new HistoryStore(BufferAllocator.IN_MEMORY);
        var records = new Records(store, points, 1_000);
        for (var each : log) {
            if (random.nextInt(4) == 0) {
                records = new Records(store, points, 1_000);
            }
            var entry = each.entry();

            records.of(entry.record()).apply(entry.entryId(), entry.fact());

            for (int number = 0; number < DAYS; number++) {
                int day = Step.day(RandomRegister.FIRST_DAY.plusDays(number));
                assertThat(points.unitsAt(Unit.RESPONSES, day)).isEqualTo(responses(records, store, day));
            }
        }
    }

    private static Set<String> responses(Records records, HistoryStore store, int day) {
        var responses = new HashSet<String>();
        for (var id : List.of("R1", "R2")) {
            var history = records.historyOf(store.records().numberOf(RecordKind.RECOMMENDATION, id));
            var state = Step.at(Timeline.Fold.OF_RECOMMENDATIONS.all(history.entries()), day);
            if (state == null) {
                continue;
            }
            state.answers().forEach((force, answer) -> {
                var at = new ResponseAt(id, force, state.issued().responseDueOn(), answer, LocalDate.ofEpochDay(day));
                responses.add(SummedPoints.unit(
                        id,
                        force.value(),
                        Dimensions.OF_RESPONSES.fixedValues(at),
                        null,
                        UnitState.NOT_REPORTED,
                        UnitState.NOT_REFERRED,
                        Dimensions.OF_RESPONSES.changingValues(at)));
            });
        }
        return responses;
    }

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.logs(200)
                .map(log -> log.stream()
                        .filter(each -> each.entry().record().kind() == RecordKind.RECOMMENDATION)
                        .toList());
    }
}
