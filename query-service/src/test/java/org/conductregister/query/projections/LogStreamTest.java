package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.query.TestLog;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    private static final int ENTRIES = 3 * SharedLogSource.PAGE + 7;

    private final TestLog log = new TestLog();
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void record() {
        add(ENTRIES);
    }

    private void add(int entries) {
        var record = RecordId.of(new CaseId("C1"));
        log.addAll(
                IntStream.range(0, entries)
                        .mapToObj(i -> log.event(record, new InvestigationStarted(LocalDate.of(2012, 3, 4), null)))
                        .toList(),
                SharedLogSource.PAGE);
    }

    @AfterEach
    void close() {
        released.countDown();
        log.close();
    }

    /** So it is while all views are stopped in the midst of a long catch-up. */
    @Test
    void readsAheadWhileTheCommonPoolIsHeldByOthers() {
        var read = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            holdTheCommonPool();
            return positionsRead();
        });

        assertThat(read).isEqualTo(ENTRIES);
    }

    @Test
    void entriesGatherAtTheEndOfTheLogAndNotBefore() throws Exception {
        record Taken(int entries, long since) {}
        var gathered = new ArrayList<Taken>();
        var source = new SharedLogSource(log.engine());
        try (var stream =
                source.openStream(null, true, (entries, since) -> gathered.add(new Taken(entries, since)), () -> {})) {
            for (int i = 0; i < ENTRIES; i++) {
                assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
                var unused = stream.nextAvailable();
            }
            assertThat(gathered).isEmpty();

            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(gathered)
                    .as("asked each time, with how many entries were taken in last, and when")
                    .hasSize(2)
                    .containsOnly(gathered.getFirst());
            assertThat(gathered.getFirst().entries()).isEqualTo(ENTRIES % SharedLogSource.PAGE);

            add(1);
            source.appendSignal().raise();
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            var unused = stream.nextAvailable();
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(gathered.getLast().entries()).isEqualTo(1);
            assertThat(gathered.getLast().since())
                    .isGreaterThan(gathered.getFirst().since());
        }
    }

    /** One more than it has threads, so that the last lies before whatever this thread gives it next. */
    private void holdTheCommonPool() {
        for (int i = 0; i <= ForkJoinPool.getCommonPoolParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private long positionsRead() {
        try (var stream = new SharedLogSource(log.engine()).openStream(null)) {
            long last = 0;
            while (last < ENTRIES) {
                var position = SharedLogSource.positionOf(stream.nextAvailable().trackingToken());
                assertThat(position).isEqualTo(last + 1);
                last = position;
            }
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
