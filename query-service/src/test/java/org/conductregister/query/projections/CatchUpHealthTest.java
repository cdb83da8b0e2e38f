package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.query.TestLog;
import org.conductregister.query.projections.ProjectionStatus.State;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class CatchUpHealthTest {

    private static final Status CATCHING_UP = new Status("CATCHING_UP");

    private final TestLog log = new TestLog();
    private final RecordingView counted = new RecordingView(true);
    private final RecordingView other = new RecordingView(false);
    private final Projections countedAlone = new Projections(List.of(following(counted)));
    private final Projections otherAlone = new Projections(List.of(following(other)));

    @BeforeEach
    void record() {
        log.add(RecordId.of(new CaseId("C1")), new InvestigationStarted(LocalDate.of(2012, 3, 4), null));
    }

    @AfterEach
    void stop() {
        countedAlone.stop();
        otherAlone.stop();
        log.close();
    }

    @Test
    void theServiceIsNotUpBeforeWhatIsCountedShowsAllThatWasInTheLog() {
        var health = CatchUpHealth.ofCounts(countedAlone);
        assertThat(statusOf(health)).as("before the start").isEqualTo(Status.OUT_OF_SERVICE);
        counted.storeDown = true;
        countedAlone.start();
        awaitRetry(countedAlone);
        assertThat(statusOf(health)).isEqualTo(Status.OUT_OF_SERVICE);

        counted.storeDown = false;
        await().until(() -> statusOf(health).equals(Status.UP));
        assertThat(counted.positions()).containsExactly(1L);
    }

    @Test
    void aViewThatIsNotCountedFromHoldsUpTheReadinessAndNotTheCounts() {
        other.storeDown = true;
        otherAlone.start();
        awaitRetry(otherAlone);

        assertThat(statusOf(CatchUpHealth.ofCounts(otherAlone))).isEqualTo(Status.UP);
        assertThat(statusOf(CatchUpHealth.ofAllViews(otherAlone))).isEqualTo(CATCHING_UP);
    }

    @Test
    void aNodeThatIsReadyStaysSoWhileAViewIsBuiltAnew() {
        var health = CatchUpHealth.ofAllViews(otherAlone);
        otherAlone.start();
        await().until(() -> statusOf(health).equals(Status.UP));

        other.storeDown = true;
        otherAlone.all().forEach(Projection::rebuild);
        awaitRetry(otherAlone);

        assertThat(statusOf(health)).isEqualTo(Status.UP);
    }

    private Projection following(View view) {
        return new Projection(view, new SharedLogSource(log.engine()), InMemorySequencedDeadLetterQueue.defaultQueue());
    }

    private static Status statusOf(HealthIndicator health) {
        return health.health().getStatus();
    }

    private static void awaitRetry(Projections projections) {
        await().until(() -> projections.all().iterator().next().status().state() == State.RETRYING);
    }
}
