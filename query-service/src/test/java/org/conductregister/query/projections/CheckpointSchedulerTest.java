package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.junit.jupiter.api.Test;

class CheckpointSchedulerTest {

    /** Keeps where it is asked to, or says that it cannot just now. */
    private static final class Kept implements View {

        private final Head head = new Head();
        private final List<Long> kept = new ArrayList<>();
        private boolean inTheMidst;

        @Override
        public String name() {
            return "kept";
        }

        @Override
        public boolean isKeptByCheckpoints() {
            return true;
        }

        @Override
        public Head head() {
            return head;
        }

        @Override
        public void apply(RecordedEntry entry) {}

        @Override
        public void commit(long position, Instant recordedAt) {
            head.moveTo(position, recordedAt);
        }

        @Override
        public void reset() {
            head.reset();
        }

        @Override
        public CompletableFuture<Boolean> keep() {
            if (!inTheMidst) {
                kept.add(head().now().position());
            }
            return CompletableFuture.completedFuture(!inTheMidst);
        }
    }

    private final Kept view = new Kept();
    private final DeadLetters deadLetters = new DeadLetters("kept", InMemorySequencedDeadLetterQueue.defaultQueue());

    private void commit(CheckpointScheduler checkpoints, long position) {
        view.commit(position, Instant.EPOCH.plusSeconds(position));
        checkpoints.committed(true);
    }

    @Test
    void whereNothingCanBeKeptJustNowTheNextCommitTriesAgain() {
        var checkpoints = new CheckpointScheduler(view, deadLetters, Duration.ofDays(1), Duration.ofDays(1));
        view.inTheMidst = true;
        commit(checkpoints, 10_000);
        view.inTheMidst = false;
        commit(checkpoints, 10_001);

        assertThat(view.kept).containsExactly(10_001L);
    }

    @Test
    void whatCameLastIsKeptWhileItRests() {
        var checkpoints = new CheckpointScheduler(view, deadLetters, Duration.ZERO, Duration.ZERO);
        commit(checkpoints, 100_000);
        commit(checkpoints, 110_000);
        assertThat(view.kept).as("an eighth must be new").containsExactly(100_000L);

        checkpoints.resting();
        checkpoints.resting();

        assertThat(view.kept).containsExactly(100_000L, 110_000L);
    }

    @Test
    void itIsNotKeptAgainAtOnce() {
        var checkpoints = new CheckpointScheduler(view, deadLetters, Duration.ofDays(1), Duration.ofDays(1));
        commit(checkpoints, 10_000);
        commit(checkpoints, 30_000);
        checkpoints.resting();

        assertThat(view.kept).containsExactly(10_000L);
    }

    @Test
    void aLargePartThatNothingFollowsIsKeptSooner() {
        var checkpoints = new CheckpointScheduler(view, deadLetters, Duration.ofDays(1), Duration.ZERO);
        commit(checkpoints, 100_000);
        commit(checkpoints, 120_000);
        assertThat(view.kept).containsExactly(100_000L);

        checkpoints.resting();
        assertThat(view.kept).containsExactly(100_000L, 120_000L);

        commit(checkpoints, 131_000);
        checkpoints.resting();
        assertThat(view.kept).as("an eighth must be new").containsExactly(100_000L, 120_000L);
    }
}
