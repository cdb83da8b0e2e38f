package org.conductregister.command.recommendations;

import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.command.entries.RecordFixture.redated;
import static org.conductregister.command.entries.RecordFixture.retracted;
import static org.conductregister.command.recommendations.RecommendationFacts.*;

import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.junit.jupiter.api.Test;

class RecommendationRecordTest {

    @Test
    void aRecommendationIsIssuedFirst() {
        RECOMMENDATION.givenNothing().when(responded(1, KENT)).refused(RECOMMENDATION_NOT_ISSUED);
        RECOMMENDATION.givenNothing().when(graded(1, KENT)).refused(RECOMMENDATION_NOT_ISSUED);
        RECOMMENDATION.givenNothing().when(issued(1, 9)).recorded();
    }

    @Test
    void aRecommendationIsIssuedOnce() {
        RECOMMENDATION.given(issued(1, 9)).when(issued(2, 9)).refused(RECOMMENDATION_ALREADY_ISSUED);
    }

    @Test
    void theAnswerIsNotDueBeforeTheQuestion() {
        RECOMMENDATION.givenNothing().when(issued(5, 4)).refused(RESPONSE_DUE_BEFORE_ISSUE);
        RECOMMENDATION.givenNothing().when(issued(5, 5)).recorded();
        RECOMMENDATION.given(issued(2, 4)).when(redated(1, 5)).refused(RESPONSE_DUE_BEFORE_ISSUE);
    }

    @Test
    void theAnswerMayBeDueInTheFuture() {
        RECOMMENDATION.givenNothing().when(issued(5, 400)).recorded();
    }

    @Test
    void onlyTheForcesAddressedAnswerAndAreGraded() {
        RECOMMENDATION.given(issued(1, 9)).when(responded(3, SURREY)).refused(FORCE_NOT_ADDRESSED);
        RECOMMENDATION.given(issued(1, 9)).when(graded(3, SURREY)).refused(FORCE_NOT_ADDRESSED);
        RECOMMENDATION.given(issued(1, 9)).when(responded(3, KENT)).recorded();
    }

    @Test
    void aForceMayAnswerLateAndAgain() {
        RECOMMENDATION
                .given(issued(1, 9), responded(10, KENT))
                .when(responded(12, KENT))
                .recorded();
    }

    @Test
    void progressIsGradedWithoutAnAnswerAndAsOftenAsItIs() {
        RECOMMENDATION
                .given(issued(1, 9))
                .when(graded(10, KENT), graded(11, KENT))
                .recorded();
    }

    @Test
    void nobodyAnswersBeforeTheQuestion() {
        RECOMMENDATION.given(issued(5, 9)).when(responded(4, KENT)).refused(OCCURRED_BEFORE_RECOMMENDATION_ISSUED);
    }

    @Test
    void nothingIsLoggedOnARecommendationWhoseIssueWasRetracted() {
        var retracted = RECOMMENDATION.given(issued(1, 9), retracted(1));

        retracted.when(responded(3, KENT)).refused(RECOMMENDATION_RETRACTED);
        retracted.when(issued(3, 9)).recorded();
    }

    @Test
    void aRecommendationThatWasAnsweredIsNotRetracted() {
        RECOMMENDATION
                .given(issued(1, 9), responded(3, KENT))
                .when(retracted(1))
                .refusedForTheSakeOf(2, ForceResponded.class, 3, RECOMMENDATION_NOT_ISSUED);
    }
}
