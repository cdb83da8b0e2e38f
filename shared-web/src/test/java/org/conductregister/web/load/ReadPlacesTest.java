package org.conductregister.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadPlacesTest {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private final ReadPlaces places = new ReadPlaces(2);

    @Test
    void whoFindsNoPlaceInTimeIsLetGo() {
        var one = places.enter(read());
        var two = places.enter(read());
        assertThat(one).isNotNull();
        assertThat(two).isNotNull();

        assertThat(places.enter(read())).isNull();

        one.leave();
        assertThat(places.enter(read())).isNotNull();
        assertThat(places.enter(read())).isNull();
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsLeft() {
        var place = places.enter(read());
        place.leave();
        place.leave();

        places.enter(read());
        places.enter(read());
        assertThat(places.enter(read())).isNull();
    }

    @Test
    void aRequestCanGiveUpItsPlaceBeforeItIsAnswered() {
        var request = read();
        places.enter(request);
        places.enter(read());

        ReadPlaces.leave(request);

        assertThat(places.enter(read())).isNotNull();
        ReadPlaces.leave(read());
    }

    private static MockHttpServletRequest read() {
        return new MockHttpServletRequest();
    }

    @Test
    void whoFindsAPlaceAtOnceMayWaitForOtherThingsAsLongAsUsual() {
        var request = read();
        places.enter(request);

        assertThat(ReadPlaces.left(request, USUAL)).isEqualTo(USUAL);
        assertThat(ReadPlaces.left(read(), USUAL)).isEqualTo(USUAL);
    }

    @Test
    void whoWaitedForAPlaceIsHurriedAfterwards() {
        places.enter(read());
        places.enter(read());
        var request = read();

        assertThat(places.enter(request)).isNull();

        assertThat(ReadPlaces.left(request, USUAL))
                .isLessThanOrEqualTo(ReadPlaces.LONGEST_HURRIED.minus(ReadPlaces.LONGEST_WAIT));
        assertThat(ReadPlaces.left(request, Duration.ZERO)).isZero();
    }

    @Test
    void onlySoManyWaitForEachPlace() {
        var one = new ReadPlaces(1, Duration.ofMinutes(5));
        one.enter(read());
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ReadPlaces.WAITING_FOR_EACH; i++) {
                var unused = readers.submit(() -> one.enter(read()));
            }
            await().until(one::isFull);

            assertThat(one.enter(read())).isNull();

            readers.shutdownNow();
        }
    }

    @Test
    void aPlaceThatIsHeldForLongKeepsNobodyOut() {
        places.enter(read());
        places.enter(read());

        places.takeBack(System.nanoTime());
        assertThat(places.enter(read())).isNull();

        places.takeBack(System.nanoTime() + ReadPlaces.LONGEST_HELD.toNanos() + 1);
        assertThat(places.enter(read())).isNotNull();
        assertThat(places.enter(read())).isNotNull();
        assertThat(places.enter(read())).isNull();
    }

    @Test
    void neverMoreAreInsideThanThereArePlaces() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 200; i++) {
                all.add(readers.submit(() -> {
                    var place = places.enter(read());
                    if (place == null) {
                        return false;
                    }
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    place.leave();
                    return true;
                }));
            }
            for (var each : all) {
                each.get();
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }
}
