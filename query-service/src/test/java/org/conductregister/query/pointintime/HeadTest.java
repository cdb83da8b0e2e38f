package org.conductregister.query.pointintime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeadTest {

    private static final Instant MORNING = Instant.parse("2018-06-02T09:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2018, 6, 2);

    private final Head head = new Head();

    @Test
    void aPositionAlreadyShownIsNotWaitedFor() throws Exception {
        head.moveTo(7, MORNING);

        assertThat(head.reaches(7, Duration.ZERO)).isTrue();
        assertThat(head.reaches(8, Duration.ZERO)).isFalse();
    }

    @Test
    void whoWaitsIsWokenWhenTheViewGetsThere() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> reaches(2));

        head.moveTo(1, MORNING);
        head.moveTo(2, MORNING);

        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatWaitsWithoutAThreadIsDoneOnceWhenTheViewGetsThere() {
        var done = new ArrayList<String>();
        Runnable unused = head.whenReached(at -> at.position() >= 2, () -> done.add("at 2"));
        head.whenReached(at -> at.position() >= 1, () -> done.add("given up")).run();
        assertThat(head.isAwaited()).isTrue();

        head.moveTo(1, MORNING);
        assertThat(done).isEmpty();
        head.moveTo(2, MORNING);
        head.moveTo(3, MORNING);

        assertThat(done).containsExactly("at 2");
        assertThat(head.isAwaited()).isFalse();
    }

    @Test
    void whoeverLetsEntriesGatherGoesOnWhenSomebodyWaits() throws Exception {
        var gathering = CompletableFuture.supplyAsync(() -> awaitReader(Duration.ofMinutes(5)), HeadTest::beside);
        var waiting = CompletableFuture.supplyAsync(() -> reaches(1, Duration.ofMinutes(5)), HeadTest::beside);
        assertThat(gathering.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(awaitReader(Duration.ofMinutes(5)))
                .as("somebody waits still")
                .isTrue();

        head.moveTo(1, MORNING);
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isTrue();

        assertThat(awaitReader(Duration.ofMillis(1))).isFalse();
        assertThat(awaitReader(Duration.ofMillis(-1))).isFalse();
        Runnable giveUp = head.whenReached(at -> at.position() >= 2, () -> {});
        assertThat(awaitReader(Duration.ofMinutes(5))).isTrue();
        giveUp.run();
    }

    private boolean awaitReader(Duration longest) {
        try {
            head.awaitReader(longest);
            return head.isAwaited();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatNeedNotWaitIsDoneAtOnce() {
        head.moveTo(7, MORNING);
        var done = new ArrayList<String>();

        head.whenReached(at -> at.position() >= 7, () -> done.add("at once")).run();

        assertThat(done).containsExactly("at once");
        assertThat(head.isAwaited()).isFalse();
    }

    @Test
    void nowIsAnsweredWithTheInstantOfTheLastEntryShown() {
        head.moveTo(7, MORNING);

        assertThat(new AskedTimes(DAY, PointInTime.NOW, 7, 0).of(head)).isEqualTo(new PointInTime(DAY, MORNING));
    }

    @Test
    void anEarlierInstantIsAnsweredAsAsked() {
        head.moveTo(7, MORNING);
        var earlier = MORNING.minusSeconds(1);

        assertThat(new AskedTimes(DAY, earlier, 0, 0).of(head)).isEqualTo(new PointInTime(DAY, earlier));
    }

    @Test
    void severalViewsAnswerAtAnInstantThatAllHaveReached() {
        var further = new Head();
        further.moveTo(9, MORNING.plusSeconds(60));
        head.moveTo(7, MORNING);

        assertThat(new AskedTimes(DAY, PointInTime.NOW, 7, 0).of(further, head))
                .isEqualTo(new PointInTime(DAY, MORNING));
    }

    @Test
    void anEmptyRegisterAnswersWithTheEpoch() {
        assertThat(new AskedTimes(DAY, PointInTime.NOW, 0, 0).of(head)).isEqualTo(new PointInTime(DAY, Instant.EPOCH));
    }

    @Test
    void aReadThatIsInterruptedWhileItWaitsSaysHowFarTheViewIs() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new AskedTimes(DAY, PointInTime.NOW, 9, 0).of(head))
                .isInstanceOf(NotCaughtUpException.class)
                .hasMessageContaining("9");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatWasRecordedUntilTheRequestIsWaitedFor() {
        head.moveTo(7, MORNING);
        var waiting = CompletableFuture.supplyAsync(() -> new AskedTimes(DAY, PointInTime.NOW, 0, 8).of(head));
        assertThat(waiting).isNotDone();

        head.moveTo(8, MORNING.plusSeconds(1));

        assertThat(waiting)
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(new PointInTime(DAY, MORNING.plusSeconds(1)));
    }

    @Test
    void whatWasKnownEarlierIsNotWaitedForOnceItIsShown() {
        head.moveTo(7, MORNING);

        assertThat(new AskedTimes(DAY, MORNING, 0, 9_000).of(head)).isEqualTo(new PointInTime(DAY, MORNING));
    }

    @Test
    void howLongItMayTakeIsReckonedFromTheSpeedMeanwhile() {
        var halfWay = new NotCaughtUpException(0, 500, 2_000, Duration.ofSeconds(5));
        assertThat(halfWay.secondsLeft()).isEqualTo(15);
        assertThat(halfWay).hasMessageContaining("15 s");

        assertThat(new NotCaughtUpException(500, 500, 2_000, Duration.ofSeconds(5)).secondsLeft())
                .as("nobody knows")
                .isEqualTo(5);
        assertThat(new NotCaughtUpException(0, 1, 1_000_000, Duration.ofSeconds(5)).secondsLeft())
                .as("at most")
                .isEqualTo(600);
    }

    private static void beside(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    private boolean reaches(long position) {
        return reaches(position, Duration.ofSeconds(5));
    }

    private boolean reaches(long position, Duration within) {
        try {
            return head.reaches(position, within);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
