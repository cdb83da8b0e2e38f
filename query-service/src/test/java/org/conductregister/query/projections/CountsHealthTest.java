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
import org.springframework.boot.health.contributor.Status;

class CountsHealthTest {

    private final TestLog log = new TestLog();
    private final RecordingView view = new RecordingView(true);
    private final Projection projection =
            new Projection(view, new SharedLogSource(log.engine()), InMemorySequencedDeadLetterQueue.defaultQueue());
    private final Projections projections = new Projections(List.of(projection));
    private final CountsHealth health = new CountsHealth(projections);

    @BeforeEach
    void record() {
        log.add(RecordId.of(new CaseId("C1")), new InvestigationStarted(LocalDate.of(2012, 3, 4), null));
    }

    @AfterEach
    void stop() {
        projections.stop();
        log.close();
    }

    @Test
    void theServiceIsNotUpBeforeWhatIsCountedShowsAllThatWasInTheLog() {
        view.storeDown = true;
        projections.start();
        await().until(() -> projection.status().state() == State.RETRYING);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        view.storeDown = false;
        await().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(view.positions()).containsExactly(1L);
    }

    @Test
    void aViewThatIsKeptElsewhereHoldsNothingUp() {
        var kept = new RecordingView(false);
        kept.storeDown = true;
        var following = new Projections(List.of(new Projection(
                kept, new SharedLogSource(log.engine()), InMemorySequencedDeadLetterQueue.defaultQueue())));
        following.start();

        assertThat(new CountsHealth(following).health().getStatus()).isEqualTo(Status.UP);
        following.stop();
    }
}
