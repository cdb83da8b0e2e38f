package org.conductregister.web.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.conductregister.platform.MovingClock;
import org.junit.jupiter.api.Test;

class KeptForUsersTest {

    private static final long MEGABYTE = 1024 * 1024;

    private final MovingClock clock = MovingClock.at("2026-03-02T09:00:00Z");
    private final KeptForUsers<String> kept = new KeptForUsers<>(clock);

    @Test
    void whatIsKeptIsForItsUserAlone() {
        var key = kept.keep("jane", "typed", 5).orElseThrow();

        assertThat(kept.of("jane", key)).contains("typed");
        assertThat(kept.of("john", key)).isEmpty();
        assertThat(kept.of("jane", "another")).isEmpty();
    }

    @Test
    void itIsKeptForAnHour() {
        var key = kept.keep("jane", "typed", 5).orElseThrow();

        clock.pass(Duration.ofMinutes(59));
        assertThat(kept.of("jane", key)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(kept.of("jane", key)).isEmpty();
    }

    @Test
    void oneUserPushesOutTheirOwnOldestAndNobodyElses() {
        var johns = kept.keep("john", "john's", MEGABYTE).orElseThrow();
        var oldest = kept.keep("jane", "oldest", 3 * MEGABYTE).orElseThrow();
        var newest = kept.keep("jane", "newest", 3 * MEGABYTE).orElseThrow();

        assertThat(kept.of("jane", oldest)).isEmpty();
        assertThat(kept.of("jane", newest)).isPresent();
        assertThat(kept.of("john", johns)).isPresent();
    }

    @Test
    void allUsersTogetherHaveSoMuchRoomAndNoMore() {
        var first = kept.keep("user", "first", 4 * MEGABYTE).orElseThrow();
        for (int i = 0; i < 16; i++) {
            assertThat(kept.keep("user" + i, "later", 4 * MEGABYTE)).isPresent();
        }
        assertThat(kept.of("user", first)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        assertThat(kept.keep("jane", "large", 5 * MEGABYTE)).isEmpty();
    }
}
