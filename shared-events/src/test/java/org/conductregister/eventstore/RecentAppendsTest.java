package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentAppendsTest {

    private final RecentAppends appends = new RecentAppends();

    @Test
    void thoseThatAreAllKnownAreFoundInOrderOfPosition() {
        var first = recorded(1);
        var second = recorded(2);
        var third = recorded(3);
        appends.add(List.of(first, second));
        appends.add(List.of(third));

        assertThat(appends.find(List.of(third.entryId(), first.entryId()))).containsExactly(first, third);
        assertThat(appends.find(List.of(second.entryId(), second.entryId()))).containsExactly(second);
    }

    @Test
    void whereOneIsNotKnownNoneIsFound() {
        var known = recorded(1);
        appends.add(List.of(known));

        assertThat(appends.find(List.of(known.entryId(), UUID.randomUUID().toString())))
                .isEmpty();
        assertThat(appends.find(List.of())).isEmpty();
    }

    @Test
    void theOldestMakeRoom() {
        var oldest = recorded(1);
        appends.add(List.of(oldest));
        for (int i = 2; i <= 10_000; i++) {
            appends.add(List.of(recorded(i)));
        }
        var latest = recorded(10_001);
        appends.add(List.of(latest));

        assertThat(appends.find(List.of(oldest.entryId()))).isEmpty();
        assertThat(appends.find(List.of(latest.entryId()))).containsExactly(latest);
    }

    private static Recorded recorded(long position) {
        return new Recorded(UUID.randomUUID().toString(), position, Instant.EPOCH, "case/C1", position - 1);
    }
}
