package org.conductregister.query.statistics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Ranges that are read in parts. */
class ParallelRangesTest {

    @Property(tries = 100)
    void partsFollowOneAnotherAndAreAllThereIs(
            @ForAll @IntRange(max = 50) int size, @ForAll @IntRange(min = 1, max = 60) int least) {
        var parts = new ParallelRanges(least)
                .read(size, (from, to) -> IntStream.range(from, to).boxed().toList());

        assertThat(parts.stream().flatMap(List::stream))
                .isEqualTo(IntStream.range(0, size).boxed().toList());
        assertThat(parts).hasSizeLessThanOrEqualTo(Math.max(1, size / least));
    }

    @Test
    void alsoOfTheLargestRangeThereIs() {
        var parts = new ParallelRanges(1).read(Integer.MAX_VALUE, (from, to) -> (long) to - from);

        assertThat(parts).allMatch(part -> part > 0);
        assertThat(parts.stream().mapToLong(part -> part).sum()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatFailsInAPartIsThrown() {
        var ranges = new ParallelRanges(1);

        assertThatThrownBy(() -> ranges.read(1_000, (from, to) -> {
                    if (to == 1_000) {
                        throw new IllegalStateException("unreadable");
                    }
                    return to;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("unreadable");
    }
}
