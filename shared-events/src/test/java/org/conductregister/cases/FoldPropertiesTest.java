package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.ArbitraryFacts;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.states.MisconductState;
import org.conductregister.terms.states.Stage;

/** The folds are total: whatever came in, in whatever order, there is a state, and every question to it has an answer. */
class FoldPropertiesTest {

    @Provide
    Arbitrary<List<Logged>> cases() {
        return ArbitraryFacts.historyOf(RecordKind.CASE);
    }

    @Provide
    Arbitrary<List<Logged>> officers() {
        return ArbitraryFacts.historyOf(RecordKind.OFFICER);
    }

    @Provide
    Arbitrary<List<Logged>> recommendations() {
        return ArbitraryFacts.historyOf(RecordKind.RECOMMENDATION);
    }

    @Property
    void anyFactsOfACaseInAnyOrderAddUpToSomething(@ForAll("cases") List<Logged> log) {
        for (var file : states(log)) {
            assertThat(file.status()).isNotNull();
            assertThat(file.finalised() && file.closedOn() == null).isFalse();
            assertThat(file.readyToClose() && file.closedOn() != null).isFalse();
            file.latestReferral()
                    .ifPresent(referral -> assertThat(referral.state()).isNotNull());
            file.allegations().values().forEach(allegation -> assertThatTracksAgree(file, allegation));
        }
    }

    private static void assertThatTracksAgree(CaseState file, AllegationState allegation) {
        assertThat(file.stageOf(allegation) == Stage.CLOSED).isEqualTo(!allegation.pending());
        assertThat(allegation.finalised() && allegation.pending()).isFalse();
        assertThat(allegation.misconduct().state() == MisconductState.APPEALED)
                .isEqualTo(allegation.misconduct().appealed());
        assertThat(allegation.misconduct().outcome() == null)
                .isEqualTo(allegation.misconduct().outcomeOn() == null);
        assertThat(allegation.criminal().months() != null
                        && allegation.criminal().sentence() == null)
                .isFalse();
    }

    /** A random correction may make anything of a note, which decisions refuse: such are left out. */
    @Property
    void aNoteChangesNothing(@ForAll("cases") List<Logged> log) {
        var notes = log.stream()
                .filter(entry -> entry.fact() instanceof NoteAdded)
                .map(Logged::entryId)
                .collect(Collectors.toSet());
        var decided = log.stream()
                .filter(entry ->
                        !(entry.fact() instanceof EntryCorrected correction && notes.contains(correction.corrects())))
                .toList();
        var withoutNotes = decided.stream()
                .filter(entry -> !notes.contains(entry.entryId()))
                .toList();

        assertThat(CaseState.of(new History(withoutNotes).inEffect()))
                .isEqualTo(CaseState.of(new History(decided).inEffect()));
    }

    @Property(tries = 200)
    void aStateIsNeverChangedInPlace(@ForAll("cases") List<Logged> log) {
        var states = states(log);
        var printed = states.stream().map(CaseState::toString).toList();

        assertThat(states(log)).isEqualTo(states);
        assertThat(states.stream().map(CaseState::toString)).isEqualTo(printed);
    }

    @Property
    void anyFactsOfAnOfficerInAnyOrderAddUpToSomething(@ForAll("officers") List<Logged> log) {
        var state = OfficerState.NEW;
        for (var entry : new History(log).inEffect()) {
            state = state.evolve(entry.day(), (OfficerFact) entry.fact());
            assertThat(state.employment().hasLeft() && state.leftOn() == null).isFalse();
            assertThat(state.registered()).isEqualTo(state.force() != null && state.workforce() != null);
            for (int day = 0; day < 20; day++) {
                assertThatEmploymentIsKnown(state, LocalDate.of(2021, 1, 1).plusDays(day));
            }
        }
    }

    private static void assertThatEmploymentIsKnown(OfficerState state, LocalDate dismissal) {
        var employment = Employment.of(state, List.of(dismissal, dismissal.plusDays(3)));

        assertThat(employment.leftOn()).isAfterOrEqualTo(dismissal.plusDays(3));
        assertThat(Employment.of(state, List.of(dismissal.plusDays(3), dismissal)))
                .isEqualTo(employment);
        assertThat(Employment.of(state, List.of())).isEqualTo(new Employment(state.employment(), state.leavings()));
    }

    @Property
    void anyFactsOfARecommendationInAnyOrderAddUpToSomething(@ForAll("recommendations") List<Logged> log) {
        var state = RecommendationState.NEW;
        for (var entry : new History(log).inEffect()) {
            state = state.evolve(entry.day(), (RecommendationFact) entry.fact());
            assertThat(state.issued() == null).isEqualTo(state.answers().isEmpty());
            for (var answer : state.answers().values()) {
                assertThat(answer.state(LocalDate.of(2021, 1, 10), entry.day())).isNotNull();
                assertThat(Objects.isNull(answer.respondedOn()) && answer.accepted() != null)
                        .isFalse();
            }
        }
    }

    private static List<CaseState> states(List<Logged> log) {
        var states = new ArrayList<CaseState>();
        states.add(CaseState.NEW);
        for (var entry : new History(log).inEffect()) {
            states.add(states.getLast().evolve(entry.day(), (CaseFact) entry.fact()));
        }
        return states;
    }
}
