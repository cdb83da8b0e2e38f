package org.conductregister.query.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a TreeMap from days to what they add. */
class PrefixSumsTest {

    private TreeMap<Integer, Integer> model;

    @BeforeTry
    void begin() {
        model = new TreeMap<>();
    }

    @Property(tries = 100)
    void theCountUpToADayIsTheSumOfItsChanges(
            @ForAll @IntRange(max = 8) int versions,
            @ForAll @IntRange(min = 1, max = 2000) int span,
            @ForAll Random random) {
        var sums = build(versions, span, random);

        assertSums(sums, model, random);
    }

    @Property(tries = 50)
    void aVersionStaysAsItWasWhenAnotherIsBuilt(
            @ForAll @IntRange(min = 1, max = 2000) int span, @ForAll Random random) {
        var sums = build(2, span, random);
        var then = new TreeMap<>(model);

        next(sums, span, random);

        assertSums(sums, then, random);
    }

    @Property(tries = 50)
    void whatWasSavedIsLoadedAndBuiltUpon(@ForAll @IntRange(min = 1, max = 2000) int span, @ForAll Random random) {
        var sums = build(3, span, random);

        var loaded = RoundTrip.of(sums::save, PrefixSums::load);
        assertSums(loaded, model, random);

        assertSums(next(loaded, span, random), model, random);
    }

    private PrefixSums build(int versions, int span, Random random) {
        var sums = PrefixSums.EMPTY;
        for (int i = 0; i < versions; i++) {
            sums = next(sums, span, random);
        }
        return sums;
    }

    private PrefixSums next(PrefixSums sums, int span, Random random) {
        var builder = new PrefixSums.Builder(sums);
        int first = random.nextInt(65_535 - span);
        for (int i = random.nextInt(20); i > 0; i--) {
            int day = first + random.nextInt(span);
            int delta = PackedIntsTest.anyInt(random);
            builder.add(day, delta);
            model.merge(day, delta, Integer::sum);
        }
        return builder.build();
    }

    private static void assertSums(PrefixSums sums, TreeMap<Integer, Integer> changes, Random random) {
        assertThat(sums.upTo(-1)).isZero();
        for (int day : changes.keySet()) {
            assertSum(sums, changes, day);
            assertSum(sums, changes, Math.max(0, day - 1));
        }
        for (int i = 0; i < 30; i++) {
            assertSum(sums, changes, random.nextInt(65_536));
        }
    }

    private static void assertSum(PrefixSums sums, TreeMap<Integer, Integer> changes, int day) {
        int sum = changes.headMap(day, true).entrySet().stream()
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat(sums.upTo(day)).as("day %d", day).isEqualTo(sum);
    }
}
