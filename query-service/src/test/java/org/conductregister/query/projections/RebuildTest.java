package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.Fact;
import org.conductregister.query.TestLog;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private static final RecordId ONE = RecordId.of(new CaseId("ONE"));
    private static final Fact FACT = new InvestigationStarted(LocalDate.of(2012, 3, 4), null);

    private final TestLog log = new TestLog();
    private final RecordingView view = new RecordingView(true);
    private final RecordingView built = new RecordingView(true);
    private final Projection projection =
            new Projection(view, new SharedLogSource(log.engine()), InMemorySequencedDeadLetterQueue.defaultQueue());

    @BeforeEach
    void start() {
        view.beside = built;
        log.add(ONE, FACT);
        log.add(ONE, FACT);
        projection.start();
        awaitPosition(2);
    }

    @AfterEach
    void stop() {
        built.goesOn.countDown();
        projection.stop();
        log.close();
    }

    @Test
    void theViewAnswersUntilTheOneBuiltBesideTakesItsPlace() {
        built.goesOn = new CountDownLatch(1);

        projection.rebuild();
        log.add(ONE, FACT);
        awaitPosition(3);
        assertThat(projection.status().rebuild().state()).isEqualTo(Rebuild.State.BUILDING);
        assertThat(projection.status().rebuild().progress().of()).isEqualTo(2);
        assertThat(view.positions()).isEqualTo(positionsTo(3));

        built.goesOn.countDown();
        awaitState(Rebuild.State.DONE);
        assertThat(view.positions()).isEqualTo(built.positions()).isEqualTo(positionsTo(3));
        log.add(ONE, FACT);
        awaitPosition(4);
        assertThat(view.positions()).isEqualTo(positionsTo(4));
    }

    @Test
    void askedForAgainWhileItRunsItIsOne() {
        built.goesOn = new CountDownLatch(1);
        projection.rebuild();

        view.beside = new RecordingView(true);
        projection.rebuild();
        built.goesOn.countDown();
        awaitState(Rebuild.State.DONE);

        assertThat(built.positions()).isEqualTo(positionsTo(2));
        assertThat(view.beside.positions()).isEmpty();
    }

    @Test
    void whereTheTwoDifferIsTold() {
        view.differences = List.of("cases by force: were 1, are 2");

        projection.rebuild();
        awaitState(Rebuild.State.DONE);

        assertThat(projection.status().rebuild().differences()).containsExactly("cases by force: were 1, are 2");
    }

    @Test
    void whatTheNewOneCannotTakeInAreItsDeadLetters() {
        built.refuses = entry -> entry.position() == 2;

        projection.rebuild();
        awaitState(Rebuild.State.DONE);

        assertThat(projection.deadLetters()).extracting(ParkedEntry::position).containsExactly(2L);
        assertThat(projection.status().deadLetters()).isOne();
        assertThat(view.positions()).containsExactly(1L);
    }

    @Test
    void oneThatFailsSaysWhyAndLeavesTheViewAsItIs() {
        view.differences = null;

        projection.rebuild();
        awaitState(Rebuild.State.FAILED);

        assertThat(projection.status().rebuild().error()).contains("NullPointerException");
        log.add(ONE, FACT);
        awaitPosition(3);
        assertThat(view.positions()).isEqualTo(positionsTo(3));
    }

    private void awaitPosition(long position) {
        await().until(() -> projection.status().position() == position);
    }

    private void awaitState(Rebuild.State state) {
        await().until(() -> projection.status().rebuild().state() == state);
    }

    private static List<Long> positionsTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
