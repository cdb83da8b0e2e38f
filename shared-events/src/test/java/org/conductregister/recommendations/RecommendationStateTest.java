package org.conductregister.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.recommendations.RecommendationState.Answer;
import org.conductregister.terms.Grade;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.states.ResponseState;
import org.conductregister.terms.text.Label;
import org.junit.jupiter.api.Test;

/** Who answered a recommendation, when, and how far they are. */
class RecommendationStateTest {

    private static final LocalDate ISSUED_ON = LocalDate.of(2017, 10, 2);
    private static final LocalDate DUE_ON = ISSUED_ON.plusDays(56);
    private static final ForceCode KENT = new ForceCode("KENT");
    private static final ForceCode ESSEX = new ForceCode("ESSEX");
    private static final RecommendationIssued ISSUED = new RecommendationIssued(
            ISSUED_ON,
            new Label("HMICFRS"),
            new ThemeCode("VETTING"),
            new ForceCodes(List.of(KENT, ESSEX)),
            DUE_ON,
            null);

    @Test
    void awaitsAnAnswerOfEachForceAddressed() {
        assertThat(after(ISSUED).answers().keySet()).containsExactly(ESSEX, KENT);
        assertThat(after(ISSUED).issuedOn()).isEqualTo(ISSUED_ON);
        assertThat(answerOfKent(ISSUED).state(DUE_ON, ISSUED_ON)).isEqualTo(ResponseState.AWAITED);
    }

    @Test
    void anAnswerIsOverdueFromTheDayAfterItWasDue() {
        assertThat(answerOfKent(ISSUED).state(DUE_ON, DUE_ON)).isEqualTo(ResponseState.AWAITED);
        assertThat(answerOfKent(ISSUED).state(DUE_ON, DUE_ON.plusDays(1))).isEqualTo(ResponseState.OVERDUE);
    }

    @Test
    void anAnswerOnTheDayItIsDueIsInTime() {
        assertThat(answerOfKent(ISSUED, responded(DUE_ON, true)).state(DUE_ON, DUE_ON.plusYears(1)))
                .isEqualTo(ResponseState.IN_TIME);
        assertThat(answerOfKent(ISSUED, responded(DUE_ON.plusDays(1), true)).state(DUE_ON, DUE_ON.plusYears(1)))
                .isEqualTo(ResponseState.LATE);
    }

    @Test
    void theFirstAnswerTellsWhetherItWasInTimeAndTheLastWhatItSaid() {
        var answer = answerOfKent(ISSUED, responded(DUE_ON, false), responded(DUE_ON.plusDays(40), true));

        assertThat(answer.respondedOn()).isEqualTo(DUE_ON);
        assertThat(answer.accepted()).isTrue();
    }

    @Test
    void anAnswerThatDoesNotSayLeavesWhatWasSaid() {
        var answer = answerOfKent(ISSUED, responded(DUE_ON, false), responded(DUE_ON.plusDays(40), null));

        assertThat(answer.accepted()).isFalse();
    }

    @Test
    void theLastGradeHolds() {
        var answer = answerOfKent(
                ISSUED,
                new ForceProgressGraded(DUE_ON.plusDays(1), KENT, Grade.NOT_STARTED, null),
                new ForceProgressGraded(DUE_ON.plusDays(90), KENT, Grade.IN_PLACE, null));

        assertThat(answer.grade()).isEqualTo(Grade.IN_PLACE);
        assertThat(answer.respondedOn()).isNull();
    }

    @Test
    void oneForceAnswersForItselfAlone() {
        assertThat(after(ISSUED, responded(DUE_ON, true)).answers()).containsEntry(ESSEX, new Answer(null, null, null));
    }

    @Test
    void whatAForceNotAddressedSaysChangesNothing() {
        var cumbria = new ForceCode("CUMBRIA");

        assertThat(after(
                        ISSUED,
                        new ForceResponded(DUE_ON, cumbria, true, null),
                        new ForceProgressGraded(DUE_ON, cumbria, Grade.STARTED, null)))
                .isEqualTo(after(ISSUED));
    }

    private static ForceResponded responded(LocalDate day, Boolean accepted) {
        return new ForceResponded(day, KENT, accepted, null);
    }

    private static Answer answerOfKent(RecommendationFact... facts) {
        return after(facts).answers().get(KENT);
    }

    private static RecommendationState after(RecommendationFact... facts) {
        var state = RecommendationState.NEW;
        for (var fact : facts) {
            state = state.evolve(fact.occurredOn(), fact);
        }
        return state;
    }
}
