package org.conductregister.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    private static final int MOST = 1_000;

    private final AtomicLong clock = new AtomicLong();
    private final KeyCache cache = new KeyCache(MOST, Duration.ofMinutes(1), clock::get);

    private static List<DataKey> keys(int generation) {
        return List.of(DataKey.of(new StoredKey("case/1", generation, null, 0), null));
    }

    @Test
    void keysPutInLastAreFoundHoweverManyWereUsedBefore() {
        var used = keys(1);
        IntStream.range(0, 5 * MOST).forEach(i -> {
            cache.put("case/" + i, used);
            cache.get("case/" + i);
            cache.get("case/" + i);
        });

        var latest = keys(2);
        IntStream.range(0, MOST).forEach(i -> cache.put("officer/" + i, latest));

        assertThat(IntStream.range(0, MOST).mapToObj(i -> cache.get("officer/" + i)))
                .hasSize(MOST)
                .allMatch(found -> found == latest);
    }

    @Test
    void holdsTheSubjectsUsedLastAndNoMore() {
        IntStream.range(0, MOST).forEach(i -> cache.put("case/" + i, keys(1)));
        cache.get("case/0");

        cache.put("case/one-more", keys(1));

        assertThat(cache.get("case/0")).isNotNull();
        assertThat(cache.get("case/1")).isNull();
        assertThat(cache.get("case/2")).isNotNull();
    }

    @Test
    void keysAreFoundForTheirTimeFromWhenTheyWerePutIn() {
        cache.put("case/1", keys(1));
        clock.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(cache.get("case/1")).isNotNull();

        clock.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(cache.get("case/1")).isNull();
    }

    @Test
    void keysOverTheirTimeAreRemovedThoughNobodyAsksForThem() {
        cache.put("case/1", keys(1));
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        cache.get("case/2");
        clock.set(0);

        assertThat(cache.get("case/1")).isNull();
    }

    @Test
    void keysThatAreRemovedAreNotFound() {
        cache.put("case/1", keys(1));

        cache.remove("case/1");

        assertThat(cache.get("case/1")).isNull();
    }
}
