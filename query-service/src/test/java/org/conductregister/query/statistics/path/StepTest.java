package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Lists of steps against a sorted map of days. */
class StepTest {

    @Property
    void theStateAtADayIsThatOfTheLastStepUpToIt(
            @ForAll("paths") TreeMap<Integer, Integer> path, @ForAll @IntRange(min = -1, max = 21) int day) {
        var expected = path.floorEntry(day);

        assertThat(Step.at(steps(path), day)).isEqualTo(expected == null ? null : expected.getValue());
    }

    @Property
    void theNextDayIsThatOfTheFirstStepAfterIt(
            @ForAll("paths") TreeMap<Integer, Integer> path, @ForAll @IntRange(min = -1, max = 21) int day) {
        var expected = path.higherKey(day);

        assertThat(Step.nextAfter(steps(path), day)).isEqualTo(expected == null ? Step.NEVER : expected);
    }

    /** Paths without repetition, as those of persons are: they differ where their steps do. */
    @Property
    void twoPathsFirstDifferOnTheFirstDayOnWhichTheirStatesDo(
            @ForAll("paths") TreeMap<Integer, Integer> a, @ForAll("paths") TreeMap<Integer, Integer> b) {
        int expected = Step.NEVER;
        for (int day = 0; day <= 20 && expected == Step.NEVER; day++) {
            var inA = a.floorEntry(day);
            var inB = b.floorEntry(day);
            boolean same =
                    inA == null ? inB == null : inB != null && inA.getValue().equals(inB.getValue());
            expected = same ? Step.NEVER : day;
        }

        assertThat(Step.firstDifference(steps(a), steps(b))).isEqualTo(expected);
    }

    private static List<Step<Integer>> steps(TreeMap<Integer, Integer> path) {
        var steps = new ArrayList<Step<Integer>>();
        path.forEach((day, state) -> steps.add(new Step<>(day, state)));
        return steps;
    }

    @Provide
    Arbitrary<TreeMap<Integer, Integer>> paths() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 3))
                .ofMaxSize(6)
                .map(StepTest::withoutRepetition);
    }

    private static TreeMap<Integer, Integer> withoutRepetition(java.util.Map<Integer, Integer> days) {
        var path = new TreeMap<Integer, Integer>();
        new TreeMap<>(days).forEach((day, state) -> {
            var before = path.lastEntry();
            if (before == null || !before.getValue().equals(state)) {
                path.put(day, state);
            }
        });
        return path;
    }
}
