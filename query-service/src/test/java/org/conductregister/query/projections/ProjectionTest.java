package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.TestLog;
import org.conductregister.query.TestMongo;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.ProjectionStatus.State;
import org.conductregister.query.projections.deadletters.MongoDeadLetterQueues;
import org.conductregister.query.projections.deadletters.SqliteDeadLetterQueues;
import org.conductregister.query.viewstore.ViewsFile;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "kept in {0}")
@EnumSource
class ProjectionTest {

    enum Where {
        MEMORY,
        MONGODB,
        SQLITE
    }

    private static final RecordId ONE = RecordId.of(new CaseId("ONE"));
    private static final RecordId OTHER = RecordId.of(new CaseId("OTHER"));
    private static final Fact FACT = new InvestigationStarted(LocalDate.of(2012, 3, 4), null);

    private final TestLog log = new TestLog();
    private final TestMongo mongo = new TestMongo();
    private final SharedLogSource source = new SharedLogSource(log.engine());
    private final ViewsFile views;
    private final RecordingView view;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private Projection projection;

    ProjectionTest(Where where, @TempDir Path directory) {
        views = new ViewsFile(directory.resolve("views.db"));
        view = new RecordingView(where == Where.MEMORY);
        deadLetters = switch (where) {
            case MEMORY -> InMemorySequencedDeadLetterQueue.defaultQueue();
            case MONGODB -> new MongoDeadLetterQueues(mongo.newDatabase()).of("view", source::at);
            case SQLITE -> new SqliteDeadLetterQueues(views).of("view", source::at);
        };
        projection = new Projection(view, source, deadLetters);
    }

    @AfterEach
    void stop() {
        projection.stop();
        log.close();
        mongo.close();
        views.close();
    }

    @Test
    void aViewIsGivenEveryEntryInOrder() throws Exception {
        addMany(2_500);

        projection.start();
        reach(2_500);

        assertThat(view.positions()).isEqualTo(positions(1, 2_500));
        assertThat(projection.status())
                .returns(State.LIVE, ProjectionStatus::state)
                .returns(0L, ProjectionStatus::lag)
                .returns(null, ProjectionStatus::progress);
    }

    @Test
    void aViewIsKeptAsSoonAsItHasCaughtUp() throws Exception {
        addMany(10_001);

        projection.start();
        reach(10_001);

        await().until(() -> view.kept.equals(List.of(10_001L)));
    }

    @Test
    void whatIsRecordedLaterFollows() throws Exception {
        projection.start();

        log.add(ONE, FACT);
        reach(1);
        log.add(ONE, FACT, FACT);
        reach(3);

        assertThat(view.positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatWasRecordedAtOneInstantIsKnownOnlyOnceAllOfItIsSeen() throws Exception {
        log.add(ONE, FACT);
        log.addAll(
                IntStream.range(0, 2_700).mapToObj(i -> log.event(OTHER, FACT)).toList(), 2_700);

        projection.start();
        reach(2_701);

        assertThat(view.commits.stream().map(Head.At::position)).containsExactly(1L, 1L, 2_701L);
        assertThat(view.commits.getFirst().recordedAt())
                .isBefore(view.commits.getLast().recordedAt());
    }

    @Test
    void anEntryThatTheViewRefusesIsADeadLetterAndOnlyItsRecordWaits() throws Exception {
        view.refuses = entry -> entry.position() == 2;
        log.add(ONE, FACT);
        var refused = log.add(ONE, FACT).getFirst();
        log.add(OTHER, FACT);
        log.add(ONE, FACT);
        log.add(OTHER, FACT);

        projection.start();
        reach(5);

        assertThat(view.positions()).containsExactly(1L, 3L, 5L);
        assertThat(projection.status())
                .returns(State.LIVE, ProjectionStatus::state)
                .returns(2L, ProjectionStatus::deadLetters);
        assertThat(projection.deadLetters()).extracting(ParkedEntry::position).containsExactly(2L, 4L);
        assertThat(projection.deadLetters().getFirst())
                .returns(refused.entryId(), ParkedEntry::id)
                .returns("case/ONE", ParkedEntry::record)
                .returns("InvestigationStarted", ParkedEntry::type)
                .returns("java.lang.IllegalStateException: cannot make sense of it", ParkedEntry::cause);
        assertThat(projection.deadLetters().getLast().cause()).isNull();
    }

    @Test
    void onceMendedTheDeadLettersOfARecordAreTakenInInOrder() throws Exception {
        view.refuses = entry -> entry.entry().record().equals(ONE);
        log.add(ONE, FACT);
        log.add(OTHER, FACT);
        log.add(ONE, FACT);
        projection.start();
        reach(3);

        projection.retry();
        assertThat(projection.deadLetters()).hasSize(2);

        view.refuses = entry -> false;
        projection.retry();
        assertThat(projection.deadLetters()).isEmpty();
        assertThat(projection.status().deadLetters()).isZero();
        assertThat(view.order()).containsExactly(2L, 1L, 3L);

        log.add(ONE, FACT);
        reach(4);
        assertThat(view.positionsOf(ONE)).containsExactly(1L, 3L, 4L);
    }

    @Test
    void aRecordGoesOnWithoutAnEntryThatIsDiscarded() throws Exception {
        view.refuses = entry -> entry.position() == 1;
        var refused = log.add(ONE, FACT).getFirst();
        log.add(ONE, FACT);
        projection.start();
        reach(2);

        assertThat(projection.discard(EntryId.random())).isFalse();
        assertThat(projection.discard(EntryId.of(refused.entryId()))).isTrue();
        projection.retry();

        assertThat(projection.deadLetters()).isEmpty();
        assertThat(view.positions()).containsExactly(2L);
    }

    @Test
    void whatCannotBeKeptIsTriedAgainInTheOpenAndNothingIsLost() throws Exception {
        view.storeDown = true;
        addMany(1_200);
        projection.start();

        await().until(() -> projection.status().state() == State.RETRYING);
        assertThat(projection.status())
                .returns("java.lang.IllegalStateException: the store is down", ProjectionStatus::lastError)
                .returns(0L, ProjectionStatus::position)
                .returns(1_200L, ProjectionStatus::lag);

        view.storeDown = false;
        reach(1_200);
        assertThat(view.positions()).isEqualTo(positions(1, 1_200));
        await().until(() -> projection.status().state() == State.LIVE);
        assertThat(projection.status().lastError()).isNull();
    }

    @Test
    void aDeadLetterIsThereOnceHoweverOftenItsBatchIsTriedAgain() throws Exception {
        view.refuses = entry -> entry.position() == 1;
        view.storeDown = true;
        log.add(ONE, FACT);
        log.add(ONE, FACT);
        projection.start();
        await().until(() -> projection.status().state() == State.RETRYING);

        view.storeDown = false;
        reach(2);

        assertThat(projection.deadLetters()).extracting(ParkedEntry::position).containsExactly(1L, 2L);
    }

    @Test
    void aDeadLetterLeavesItsQueueOnlyOnceTheViewHasKeptIt() throws Exception {
        view.refuses = entry -> entry.position() == 1;
        log.add(ONE, FACT);
        projection.start();
        reach(1);

        view.refuses = entry -> false;
        view.storeDown = true;
        projection.retry();

        assertThat(projection.deadLetters()).hasSize(1);
        view.storeDown = false;
        projection.retry();
        assertThat(view.positions()).containsExactly(1L);
    }

    @Test
    void aRebuildReadsTheLogFromItsStart() throws Exception {
        view.refuses = entry -> entry.position() == 1_500;
        addMany(1_500);
        projection.start();
        reach(1_500);
        var before = view.commits.size();

        view.refuses = entry -> false;
        projection.rebuild();
        reach(1_500);

        assertThat(view.commits.size()).isGreaterThan(before);
        assertThat(view.positions()).isEqualTo(positions(1, 1_500));
        assertThat(projection.deadLetters()).isEmpty();
    }

    @Test
    void aViewWhoseStoreIsDamagedIsMadeAnew() throws Exception {
        addMany(1_200);
        projection.start();
        reach(1_200);
        var before = view.commits.size();

        view.damaged.run();

        await().until(() -> view.commits.size() > before);
        reach(1_200);
        assertThat(view.positions()).isEqualTo(positions(1, 1_200));
    }

    @Test
    void aNewStartGoesOnWhereTheLastEnded() throws Exception {
        view.refuses = entry -> entry.position() == 1;
        log.add(ONE, FACT);
        log.add(OTHER, FACT);
        projection.start();
        reach(2);
        projection.stop();
        assertThat(projection.status().state()).isEqualTo(State.STOPPED);
        log.add(ONE, FACT);
        log.add(OTHER, FACT);

        projection = new Projection(view, source, deadLetters);
        projection.start();
        reach(4);

        assertThat(view.order()).containsExactly(2L, 4L);
        assertThat(projection.status().deadLetters()).isEqualTo(2);
    }

    @Test
    void aViewKeptOfEntriesThatTheLogDoesNotHaveIsMadeAnew() throws Exception {
        log.add(ONE, FACT);
        view.head().moveTo(7, Instant.parse("2026-01-01T00:00:00Z"));

        projection.requireSameLog(log.engine().log());

        assertThat(view.head().now()).isEqualTo(Head.At.START);
        assertThat(log.engine().trouble())
                .hasValueSatisfying(trouble ->
                        assertThat(trouble.sentence()).contains("View view").contains("6 entries are lost"));
        projection.start();
        reach(1);
    }

    @Test
    void aViewKeptOfAnotherLogIsMadeAnew() {
        log.add(ONE, FACT);
        view.head().moveTo(1, Instant.parse("2026-01-01T00:00:00Z"));

        projection.requireSameLog(log.engine().log());

        assertThat(view.head().now()).isEqualTo(Head.At.START);
    }

    @Test
    void aViewKeptOfThisLogGoesOn() throws Exception {
        var first = log.add(ONE, FACT).getFirst();
        var kept = new Head.At(1, first.recordedAt());
        view.head().moveTo(kept.position(), kept.recordedAt());

        projection.requireSameLog(log.engine().log());

        assertThat(view.head().now()).isEqualTo(kept);
        log.add(ONE, FACT);
        projection.start();
        reach(2);
        assertThat(view.order()).containsExactly(2L);
    }

    private void addMany(int count) {
        log.addAll(
                IntStream.range(0, count)
                        .mapToObj(i -> log.event(i % 2 == 0 ? ONE : OTHER, FACT))
                        .toList(),
                100);
    }

    private void reach(long position) throws InterruptedException {
        assertThat(view.head().reaches(position, Duration.ofSeconds(20)))
                .as("the view shows position %d", position)
                .isTrue();
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
