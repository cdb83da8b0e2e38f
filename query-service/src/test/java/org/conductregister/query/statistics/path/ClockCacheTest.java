package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.RecordHistory;
import org.junit.jupiter.api.Test;

/** The cache against a map of what was added, and the order of its evictions. */
class ClockCacheTest {

    @Property
    void whatIsCachedIsWhatWasAddedAndNotYetEvicted(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 60) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 8) int capacity) {
        var cache = new ClockCache(capacity);
        var added = new HashMap<Integer, FoldedRecord>();
        for (int number : numbers) {
            var cached = cache.get(number);
            if (cached == null) {
                var record = new NoRecord();
                cache.add(number, record);
                added.put(number, record);
            } else {
                assertThat(cached).isSameAs(added.get(number));
            }
            cache.trimTo(capacity);

            assertThat(cached(cache, added)).hasSizeLessThanOrEqualTo(capacity).isNotEmpty();
        }
    }

    @Property
    void evictionStopsAtTheCapacity(@ForAll @IntRange(min = 1, max = 8) int capacity) {
        var cache = new ClockCache(capacity);
        var added = new HashMap<Integer, FoldedRecord>();
        for (int number = 0; number < 3 * capacity; number++) {
            var record = new NoRecord();
            cache.add(number, record);
            added.put(number, record);
            cache.trimTo(capacity);
        }

        assertThat(cached(cache, added)).hasSize(capacity);
    }

    @Test
    void theRecordUsedSinceTheHandCameByOutlivesTheOthers() {
        var cache = new ClockCache(3);
        for (int number = 0; number < 4; number++) {
            cache.add(number, new NoRecord());
        }
        cache.trimTo(3);
        var left = cachedNumbers(cache, 4);
        int used = left.getFirst();

        cache = new ClockCache(3);
        for (int number = 0; number < 4; number++) {
            cache.add(number, new NoRecord());
        }
        cache.trimTo(3);
        assertThat(cache.get(used)).isNotNull();
        cache.add(4, new NoRecord());
        cache.add(5, new NoRecord());
        cache.trimTo(3);

        assertThat(cache.get(used)).isNotNull();
    }

    private static List<Integer> cachedNumbers(ClockCache cache, int end) {
        var numbers = new ArrayList<Integer>();
        for (int number = 0; number < end; number++) {
            if (cache.get(number) != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static List<FoldedRecord> cached(ClockCache cache, HashMap<Integer, FoldedRecord> added) {
        var records = new ArrayList<FoldedRecord>();
        added.forEach((number, record) -> {
            var cached = cache.get(number);
            if (cached != null) {
                assertThat(cached).isSameAs(record);
                records.add(cached);
            }
        });
        return records;
    }

    /** Stands for a record; nothing is asked of it. */
    private static final class NoRecord implements FoldedRecord {

        @Override
        public RecordHistory history() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void apply(EntryId entryId, Fact fact) {
            throw new UnsupportedOperationException();
        }
    }
}
