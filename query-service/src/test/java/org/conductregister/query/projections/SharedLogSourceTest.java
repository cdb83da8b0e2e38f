package org.conductregister.query.projections;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.query.TestLog;
import org.conductregister.query.projections.LogStream.Gathering;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLogSourceTest {

    private static final RecordId CASE = RecordId.of(new CaseId("C1"));

    private final TestLog log = new TestLog();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean down;
    private final SharedLogSource source = new SharedLogSource(watched(log.engine()));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatOneFollowerHasReadTheNextIsGiven() throws Exception {
        add(2_999);
        assertThat(positions(from(0), 2_999)).isEqualTo(range(1, 2_999));
        int once = reads.get();

        assertThat(positions(from(0), 2_999)).isEqualTo(range(1, 2_999));
        assertThat(positions(from(2_500), 499)).isEqualTo(range(2_501, 2_999));

        assertThat(reads).hasValue(once);
    }

    @Test
    void aFollowerFarBehindReadsForItself() throws Exception {
        add(15_000);
        assertThat(positions(from(0), 15_000)).isEqualTo(range(1, 15_000));

        assertThat(positions(from(10), 14_990)).isEqualTo(range(11, 15_000));
    }

    @Test
    void aFastFollowerWaitsForTheOthersSoThatAllIsReadOnce() throws Exception {
        add(30_000);
        var patient = new SharedLogSource(watched(log.engine()), Duration.ofMinutes(1));
        var fast = patient.openStream(null);
        try (var slow = patient.openStream(null);
                var follower = Executors.newSingleThreadExecutor()) {
            var followed = follower.submit(() -> {
                for (int i = 0; i < 30_000; i++) {
                    slow.nextAvailable();
                    workFor(20_000);
                }
                return null;
            });
            assertThat(positions(fast, 30_000)).isEqualTo(range(1, 30_000));
            followed.get();
        }

        assertThat(reads.get()).as("30 pages, and where they end").isLessThan(35);
    }

    private static void workFor(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoHasNotCaughtUpWaitsForThoseWhoGoFirst() throws Exception {
        add(2_500);
        try (var first = source.openStream(null, true, Gathering.NONE, () -> {});
                var other = source.openStream(null, false, Gathering.NONE, () -> {})) {
            assertThat(positions(first, 1_500)).isEqualTo(range(1, 1_500));
            assertThat(other.hasNextAvailable(1, MILLISECONDS)).isFalse();

            assertThat(positions(first, 1_000)).isEqualTo(range(1_501, 2_500));
            assertThat(first.peek()).isEmpty();

            assertThat(positions(other, 2_500)).isEqualTo(range(1, 2_500));
        }
    }

    @Test
    void whoHasCaughtUpWaitsForNobody() throws Exception {
        add(2_500);
        try (var other = source.openStream(null, false, Gathering.NONE, () -> {})) {
            assertThat(positions(other, 2_500)).isEqualTo(range(1, 2_500));
            assertThat(other.peek()).isEmpty();
            try (var first = source.openStream(null, true, Gathering.NONE, () -> {})) {
                assertThat(positions(first, 1)).isEqualTo(List.of(1L));

                add(1);
                assertThat(positions(other, 1)).isEqualTo(List.of(2_501L));
            }
        }
    }

    @Test
    void nobodyWaitsForOneWhoHasLeft() throws Exception {
        add(2_500);
        try (var other = source.openStream(null, false, Gathering.NONE, () -> {})) {
            try (var first = source.openStream(null, true, Gathering.NONE, () -> {})) {
                assertThat(positions(first, 1)).isEqualTo(List.of(1L));
                assertThat(other.peek()).isEmpty();
            }
            assertThat(positions(other, 1)).isEqualTo(List.of(1L));
        }
    }

    @Test
    void aFollowerMayStartAheadOfTheOthers() throws Exception {
        add(2_500);
        assertThat(positions(from(0), 10)).isEqualTo(range(1, 10));

        assertThat(positions(from(2_400), 100)).isEqualTo(range(2_401, 2_500));
        assertThat(positions(from(10), 100)).isEqualTo(range(11, 110));
    }

    @Test
    void atTheEndItWaitsForWhatIsRecordedNext() throws Exception {
        var stream = from(0);
        assertThat(stream.hasNextAvailable(1, MILLISECONDS)).isFalse();
        assertThat(stream.peek()).isEmpty();

        try (var writer = Executors.newSingleThreadExecutor()) {
            writer.execute(() -> {
                add(1);
                source.appendSignal().raise();
            });
            assertThat(stream.hasNextAvailable(20, SECONDS)).isTrue();
        }
        assertThat(SharedLogSource.positionOf(stream.nextAvailable().trackingToken()))
                .isEqualTo(1);
    }

    @Test
    void aFollowerAtTheEndIsGivenWhatTheSignalTellsOfAtOnceAndWhatItDoesNotSoon() throws Exception {
        add(2);
        assertThat(source.next(0)).hasSize(2);
        assertThat(source.next(2)).isEmpty();

        add(1);
        assertThat(source.after(2)).hasSize(1);
        assertThat(source.next(3)).isEmpty();
        add(1);
        source.appendSignal().raise();
        assertThat(source.next(3)).hasSize(1);
        add(1);
        await().until(() -> source.next(4).size() == 1);
    }

    @Test
    void anEndThatWasSeenIsNotThatOfAnotherPlace() throws Exception {
        add(3);
        assertThat(source.next(3)).isEmpty();
        assertThat(source.next(0)).hasSize(3);

        assertThat(source.next(3)).isEmpty();
        assertThat(source.next(1)).hasSize(2);
    }

    @Test
    void aFailureToReadReachesTheFollowerWhichMayTryAgain() throws Exception {
        add(1);
        var stream = from(0);

        down = true;
        assertThatThrownBy(stream::hasNextAvailable).isInstanceOf(EventStoreException.class);
        down = false;

        assertThat(stream.hasNextAvailable()).isTrue();
    }

    private BlockingStream<TrackedEventMessage<?>> from(long position) {
        return source.openStream(new GlobalSequenceTrackingToken(position));
    }

    private static List<Long> positions(BlockingStream<TrackedEventMessage<?>> stream, int count) throws Exception {
        var positions = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            positions.add(SharedLogSource.positionOf(stream.nextAvailable().trackingToken()));
        }
        return positions;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private void add(int count) {
        log.addAll(
                IntStream.range(0, count)
                        .mapToObj(i -> log.event(CASE, new InvestigationStarted(LocalDate.of(2012, 3, 4), null)))
                        .toList(),
                1_000);
    }

    /** Counts what is read, and fails while the store is down. */
    private EventStorageEngine watched(EventStorageEngine engine) {
        return (EventStorageEngine) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EventStorageEngine.class}, (proxy, method, arguments) -> {
                    reads.incrementAndGet();
                    if (down) {
                        throw new EventStoreException("the store is down");
                    }
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
