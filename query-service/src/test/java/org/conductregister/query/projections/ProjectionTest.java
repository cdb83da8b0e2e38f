package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.TestLog;
import org.conductregister.query.TestMongo;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.ProjectionStatus.State;
import org.conductregister.terms.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "kept in {0}")
@EnumSource
class ProjectionTest {

    enum Where {
        MEMORY,
        MONGODB
    }

    private static final RecordId ONE = RecordId.of(new CaseId("ONE"));
    private static final RecordId OTHER = RecordId.of(new CaseId("OTHER"));
    private static final Fact FACT = new InvestigationStarted(LocalDate.of(2012, 3, 4), null);

    private final TestLog log = new TestLog();
    private final TestMongo mongo = new TestMongo();
    private final LogFeed feed = new LogFeed(log.engine());
    private final Ledger ledger;
    private final Keeping keeping;
    private Projection projection;

    ProjectionTest(Where where) {
        ledger = new Ledger(where == Where.MEMORY);
        keeping = where == Where.MEMORY ? Keeping.inMemory() : new MongoKeeping(mongo.newDatabase(), feed).of(ledger);
        projection = new Projection(ledger, feed, keeping);
    }

    @AfterEach
    void stop() {
        projection.stop();
        log.close();
        mongo.close();
    }

    @Test
    void aViewIsGivenEveryEntryInOrder() throws Exception {
        addMany(2_500);

        projection.start();
        reach(2_500);

        assertThat(ledger.positions()).isEqualTo(positions(1, 2_500));
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

        await().until(() -> ledger.kept.equals(List.of(10_001L)));
    }

    @Test
    void whatIsRecordedLaterFollows() throws Exception {
        projection.start();

        log.add(ONE, FACT);
        reach(1);
        log.add(ONE, FACT, FACT);
        reach(3);

        assertThat(ledger.positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatWasRecordedAtOneInstantIsKnownOnlyOnceAllOfItIsSeen() throws Exception {
        log.add(ONE, FACT);
        log.addAll(
                IntStream.range(0, 2_700).mapToObj(i -> log.event(OTHER, FACT)).toList(), 2_700);

        projection.start();
        reach(2_701);

        assertThat(ledger.commits.stream().map(Head.At::position)).containsExactly(1L, 1L, 2_701L);
        assertThat(ledger.commits.getFirst().recordedAt())
                .isBefore(ledger.commits.getLast().recordedAt());
    }

    @Test
    void anEntryThatTheViewRefusesIsADeadLetterAndOnlyItsRecordWaits() throws Exception {
        ledger.refuses = entry -> entry.position() == 2;
        log.add(ONE, FACT);
        var refused = log.add(ONE, FACT).getFirst();
        log.add(OTHER, FACT);
        log.add(ONE, FACT);
        log.add(OTHER, FACT);

        projection.start();
        reach(5);

        assertThat(ledger.positions()).containsExactly(1L, 3L, 5L);
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
        ledger.refuses = entry -> entry.entry().record().equals(ONE);
        log.add(ONE, FACT);
        log.add(OTHER, FACT);
        log.add(ONE, FACT);
        projection.start();
        reach(3);

        projection.retry();
        assertThat(projection.deadLetters()).hasSize(2);

        ledger.refuses = entry -> false;
        projection.retry();
        assertThat(projection.deadLetters()).isEmpty();
        assertThat(projection.status().deadLetters()).isZero();
        assertThat(ledger.order()).containsExactly(2L, 1L, 3L);

        log.add(ONE, FACT);
        reach(4);
        assertThat(ledger.positionsOf(ONE)).containsExactly(1L, 3L, 4L);
    }

    @Test
    void aRecordGoesOnWithoutAnEntryThatIsDiscarded() throws Exception {
        ledger.refuses = entry -> entry.position() == 1;
        var refused = log.add(ONE, FACT).getFirst();
        log.add(ONE, FACT);
        projection.start();
        reach(2);

        assertThat(projection.discard(EntryId.random())).isFalse();
        assertThat(projection.discard(EntryId.of(refused.entryId()))).isTrue();
        projection.retry();

        assertThat(projection.deadLetters()).isEmpty();
        assertThat(ledger.positions()).containsExactly(2L);
    }

    @Test
    void whatCannotBeKeptIsTriedAgainInTheOpenAndNothingIsLost() throws Exception {
        ledger.storeDown = true;
        addMany(1_200);
        projection.start();

        await().until(() -> projection.status().state() == State.RETRYING);
        assertThat(projection.status())
                .returns("java.lang.IllegalStateException: the store is down", ProjectionStatus::lastError)
                .returns(0L, ProjectionStatus::position)
                .returns(1_200L, ProjectionStatus::lag);

        ledger.storeDown = false;
        reach(1_200);
        assertThat(ledger.positions()).isEqualTo(positions(1, 1_200));
        await().until(() -> projection.status().state() == State.LIVE);
        assertThat(projection.status().lastError()).isNull();
    }

    @Test
    void aDeadLetterIsThereOnceHoweverOftenItsBatchIsTriedAgain() throws Exception {
        ledger.refuses = entry -> entry.position() == 1;
        ledger.storeDown = true;
        log.add(ONE, FACT);
        log.add(ONE, FACT);
        projection.start();
        await().until(() -> projection.status().state() == State.RETRYING);

        ledger.storeDown = false;
        reach(2);

        assertThat(projection.deadLetters()).extracting(ParkedEntry::position).containsExactly(1L, 2L);
    }

    @Test
    void aDeadLetterLeavesItsQueueOnlyOnceTheViewHasKeptIt() throws Exception {
        ledger.refuses = entry -> entry.position() == 1;
        log.add(ONE, FACT);
        projection.start();
        reach(1);

        ledger.refuses = entry -> false;
        ledger.storeDown = true;
        projection.retry();

        assertThat(projection.deadLetters()).hasSize(1);
        ledger.storeDown = false;
        projection.retry();
        assertThat(ledger.positions()).containsExactly(1L);
    }

    @Test
    void aRebuildReadsTheLogFromItsStart() throws Exception {
        ledger.refuses = entry -> entry.position() == 1_500;
        addMany(1_500);
        projection.start();
        reach(1_500);
        var before = ledger.commits.size();

        ledger.refuses = entry -> false;
        projection.rebuild();
        reach(1_500);

        assertThat(ledger.commits.size()).isGreaterThan(before);
        assertThat(ledger.positions()).isEqualTo(positions(1, 1_500));
        assertThat(projection.deadLetters()).isEmpty();
    }

    @Test
    void aNewStartGoesOnWhereTheLastEnded() throws Exception {
        ledger.refuses = entry -> entry.position() == 1;
        log.add(ONE, FACT);
        log.add(OTHER, FACT);
        projection.start();
        reach(2);
        projection.stop();
        assertThat(projection.status().state()).isEqualTo(State.STOPPED);
        log.add(ONE, FACT);
        log.add(OTHER, FACT);

        projection = new Projection(ledger, feed, keeping);
        projection.start();
        reach(4);

        assertThat(ledger.order()).containsExactly(2L, 4L);
        assertThat(projection.status().deadLetters()).isEqualTo(2);
    }

    private void addMany(int count) {
        log.addAll(
                IntStream.range(0, count)
                        .mapToObj(i -> log.event(i % 2 == 0 ? ONE : OTHER, FACT))
                        .toList(),
                100);
    }

    private void reach(long position) throws InterruptedException {
        assertThat(ledger.head().reaches(position, Duration.ofSeconds(20)))
                .as("the view shows position %d", position)
                .isTrue();
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
