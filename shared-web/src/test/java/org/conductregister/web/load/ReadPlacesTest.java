package org.conductregister.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadPlacesTest {

    private final ReadPlaces places = new ReadPlaces(2);

    @Test
    void whoFindsNoPlaceInTimeIsLetGo() {
        var one = places.enter();
        var two = places.enter();
        assertThat(one).isNotNull();
        assertThat(two).isNotNull();

        assertThat(places.enter()).isNull();

        one.leave();
        assertThat(places.enter()).isNotNull();
        assertThat(places.enter()).isNull();
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsLeft() {
        var place = places.enter();
        place.leave();
        place.leave();

        places.enter();
        places.enter();
        assertThat(places.enter()).isNull();
    }

    @Test
    void aRequestCanGiveUpItsPlaceBeforeItIsAnswered() {
        var request = new MockHttpServletRequest();
        places.enter().isOf(request);
        places.enter();

        ReadPlaces.leave(request);

        assertThat(places.enter()).isNotNull();
        ReadPlaces.leave(new MockHttpServletRequest());
    }

    @Test
    void aPlaceThatIsHeldForLongKeepsNobodyOut() {
        places.enter();
        places.enter();

        places.takeBack(System.nanoTime());
        assertThat(places.enter()).isNull();

        places.takeBack(System.nanoTime() + ReadPlaces.LONGEST_HELD.toNanos() + 1);
        assertThat(places.enter()).isNotNull();
        assertThat(places.enter()).isNotNull();
        assertThat(places.enter()).isNull();
    }

    @Test
    void neverMoreAreInsideThanThereArePlaces() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 200; i++) {
                all.add(readers.submit(() -> {
                    var place = places.enter();
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
