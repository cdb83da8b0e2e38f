package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.facts.OfficerFact.OfficerReturnedToFullDuties;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.HistoryStore;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.text.FreeText;

/** A timeline against the fold of all entries after each of them. */
class TimelineTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 6, 1);
    private static final int DAYS = 20;
    private static final Timeline.Fold<OfficerState> FOLD = Timeline.Fold.OF_OFFICERS;

    /** A fact of some kind on some day; corrections name one of the entries before. */
    record Move(int kind, int day, int entry) {}

    @Property(tries = 300)
    void itIsTheFoldOfAllEntriesAndSaysFromWhichDayItChanged(@ForAll("moves") List<Move> moves) {
        var store = new HistoryStore(BufferAllocator.IN_MEMORY);
        var history = new RecordHistory(store, store.records().numberOf(RecordKind.OFFICER, "O1"));
        var timeline = new Timeline<>(FOLD, history);
        timeline.restore(history.entries());
        var ids = new ArrayList<EntryId>();
        for (var move : moves) {
            var before = FOLD.all(history.entries());
            var id = EntryId.random();
            int from = timeline.add(id, fact(move, ids));
            ids.add(id);
            var after = FOLD.all(history.entries());

            assertThat(timeline.last())
                    .isEqualTo(
                            after.isEmpty() ? OfficerState.NEW : after.getLast().state());
            for (int day = 0; day <= DAYS; day++) {
                int epochDay = epochDay(day);
                if (epochDay < from) {
                    assertThat(Step.at(after, epochDay)).isEqualTo(Step.at(before, epochDay));
                }
                assertThat(statesFrom(timeline.from(epochDay), day)).isEqualTo(statesFrom(after, day));
            }
        }
    }

    @Property(tries = 100)
    void oneStartedFromTheHistoryGoesOnAsTheOneThatWroteIt(@ForAll("moves") List<Move> moves) {
        var store = new HistoryStore(BufferAllocator.IN_MEMORY);
        int number = store.records().numberOf(RecordKind.OFFICER, "O1");
        var written = new Timeline<>(FOLD, new RecordHistory(store, number));
        var ids = new ArrayList<EntryId>();
        for (var move : moves) {
            ids.add(EntryId.random());
            written.add(ids.getLast(), fact(move, ids.subList(0, ids.size() - 1)));
        }

        var history = new RecordHistory(store, number);
        var restarted = new Timeline<>(FOLD, history);
        var steps = restarted.restore(history.entries());

        assertThat(restarted.last()).isEqualTo(written.last());
        assertThat(restarted.from(Step.BEGINNING)).isEqualTo(steps).isEqualTo(written.from(Step.BEGINNING));
    }

    private static List<String> statesFrom(List<Step<OfficerState>> steps, int firstDay) {
        var states = new ArrayList<String>();
        for (int day = firstDay; day <= DAYS; day++) {
            states.add(String.valueOf(Step.at(steps, epochDay(day))));
        }
        return states;
    }

    private static int epochDay(int day) {
        return Step.day(FIRST_DAY.plusDays(day));
    }

    private static Fact fact(Move move, List<EntryId> earlier) {
        var day = FIRST_DAY.plusDays(move.day());
        if (move.kind() >= 4 && !earlier.isEmpty()) {
            var wrong = earlier.get(move.entry() % earlier.size());
            var reason = new FreeText("wrong");
            return move.kind() == 4
                    ? new EntryRetracted(day, wrong, reason, null)
                    : new EntryRedated(day, wrong, FIRST_DAY.plusDays(move.entry()), reason, null);
        }
        return switch (move.kind()) {
            case 0 -> new OfficerRegistered(day, new ForceCode("KENT"), Workforce.POLICE_OFFICER, null, null, null);
            case 1 -> new OfficerSuspended(day, null);
            case 2 -> new OfficerReturnedToFullDuties(day, null);
            default -> new OfficerResigned(day, null);
        };
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var day = Arbitraries.integers().between(0, DAYS);
        return Combinators.combine(Arbitraries.integers().between(0, 5), day, day)
                .as(Move::new)
                .list()
                .ofMaxSize(12);
    }
}
