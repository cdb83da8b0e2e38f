package org.conductregister.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.ArbitraryFacts;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

class HistoryPropertiesTest {

    /**
     * Logs of a recommendation: it has the fewest kinds of fact, so corrections are many. Each corrects an entry
     * before it.
     */
    @Provide
    Arbitrary<List<Logged>> logs() {
        return ArbitraryFacts.historyOf(RecordKind.RECOMMENDATION).map(HistoryPropertiesTest::onlyPossibleCorrections);
    }

    @Property
    void whatCountsIsWhatASlowReadingOfTheCorrectionsSays(@ForAll("logs") List<Logged> log) {
        var expected = new ArrayList<InEffect>();
        for (int i = 0; i < log.size(); i++) {
            var entry = log.get(i);
            if (!(entry.fact() instanceof Correction) && !isStruck(log, entry.entryId())) {
                expected.add(new InEffect(dayOf(log, entry), i, entry.entryId(), factOf(log, entry)));
            }
        }
        expected.sort(Comparator.comparing(InEffect::day).thenComparingInt(InEffect::index));

        assertThat(new History(log).inEffect()).isEqualTo(expected);
    }

    @Property
    void whatWasKnownIsTheHistoryOfWhatWasRecordedUntilThen(@ForAll("logs") List<Logged> log) {
        var history = new History(log);
        for (int known = 0; known <= log.size(); known++) {
            var then = new History(log.subList(0, known));
            assertThat(history.first(known).entries()).isEqualTo(then.entries());
            assertThat(history.first(known).inEffect()).isEqualTo(then.inEffect());
        }
    }

    @Property
    void asAtADayIsWhatCountsUntilThatDay(@ForAll("logs") List<Logged> log) {
        var history = new History(log);
        for (var day = LocalDate.of(2020, 12, 31); day.getMonthValue() != 2; day = day.plusDays(1)) {
            var until = day;
            assertThat(history.inEffect(day))
                    .isEqualTo(history.inEffect().stream()
                            .filter(entry -> !entry.day().isAfter(until))
                            .toList());
        }
    }

    @Property
    void anEntryIsStruckByARetractionThatIsNotStruckItself(@ForAll("logs") List<Logged> log) {
        var history = new History(log);
        for (var entry : log) {
            var by = history.struckBy(entry.entryId());
            assertThat(by != null).isEqualTo(isStruck(log, entry.entryId()));
            if (by != null) {
                assertThat(history.struckBy(by)).isNull();
            }
        }
    }

    private static boolean isStruck(List<Logged> log, EntryId entry) {
        return log.stream()
                .anyMatch(later -> later.fact() instanceof EntryRetracted retraction
                        && retraction.retracts().equals(entry)
                        && !isStruck(log, later.entryId()));
    }

    private static LocalDate dayOf(List<Logged> log, Logged entry) {
        var day = entry.fact().occurredOn();
        for (var later : log) {
            if (later.fact() instanceof EntryRedated redating
                    && redating.redates().equals(entry.entryId())
                    && !isStruck(log, later.entryId())) {
                day = redating.newOccurredOn();
            }
            if (later.fact() instanceof EntryCorrected correction
                    && corrects(log, later.entryId(), correction, entry)) {
                day = correction.fact().occurredOn();
            }
        }
        return day;
    }

    private static Fact factOf(List<Logged> log, Logged entry) {
        var fact = entry.fact();
        for (var later : log) {
            if (later.fact() instanceof EntryCorrected correction
                    && corrects(log, later.entryId(), correction, entry)) {
                fact = correction.fact();
            }
        }
        return fact;
    }

    private static boolean corrects(List<Logged> log, EntryId by, EntryCorrected correction, Logged entry) {
        return correction.corrects().equals(entry.entryId()) && !isStruck(log, by);
    }

    private static List<Logged> onlyPossibleCorrections(List<Logged> log) {
        var possible = new ArrayList<Logged>();
        for (var entry : log) {
            boolean names = entry.fact() instanceof Correction.OfAnEntry correction
                    && possible.stream().noneMatch(before -> before.entryId().equals(correction.corrects()));
            if (!names) {
                possible.add(entry);
            }
        }
        return possible;
    }
}
