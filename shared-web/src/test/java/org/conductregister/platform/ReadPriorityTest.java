package org.conductregister.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReadPriorityTest {

    private final ReadPriority reads = new ReadPriority();
    private final List<Long> waitedFor = new ArrayList<>();

    @Test
    void asksForNothingWhereNobodyReads() {
        reads.waitFor(this::reached);

        reads.await(7);

        assertThat(reads.isWanted()).isFalse();
        assertThat(waitedFor).isEmpty();
    }

    @Test
    void asksForNothingWhereNoViewIsInTheProcess() {
        reads.read();

        reads.await(7);

        assertThat(reads.isWanted()).isFalse();
    }

    @Test
    void waitsForTheCountsAfterARead() {
        reads.waitFor(this::reached);
        reads.read();

        reads.await(7);

        assertThat(reads.isWanted()).isTrue();
        assertThat(waitedFor).containsExactly(7L);
    }

    @Test
    void returnsOnceTheCountsShowThePosition() throws Exception {
        var shown = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        reads.waitFor((position, within) -> {
            waiting.countDown();
            return shown.await(5, SECONDS);
        });
        reads.read();

        var recording = CompletableFuture.runAsync(() -> reads.await(7));

        assertThat(waiting.await(5, SECONDS)).isTrue();
        assertThat(recording).isNotDone();
        shown.countDown();
        assertThat(recording).succeedsWithin(5, SECONDS);
    }

    @Test
    void goesOnWhereTheCountsDoNotCome() {
        reads.waitFor((position, within) -> false);
        reads.read();

        assertThat(CompletableFuture.runAsync(() -> reads.await(7))).succeedsWithin(5, SECONDS);
    }

    private boolean reached(long position, Duration within) {
        return waitedFor.add(position);
    }
}
