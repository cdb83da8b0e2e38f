package org.conductregister.query.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against the list of all changes. */
class SumRunsTest {

    private static final int GROUPS = 7;

    private List<Change> model;

    private record Change(int point, int group, int day, int delta) {}

    @BeforeTry
    void begin() {
        model = new ArrayList<>();
    }

    @Property(tries = 60)
    void theSumOfAGroupUpToADayIsKnownAtEachRun(
            @ForAll @IntRange(max = 1500) int points, @ForAll @IntRange(max = 4) int shift, @ForAll Random random) {
        var runs = new SumRuns(shift);
        add(runs, 0, points, random);

        assertSums(runs.view(), points, shift, random);
    }

    @Property(tries = 60)
    void aViewStaysAsItWasWhileMoreIsAdded(
            @ForAll @IntRange(max = 500) int points, @ForAll @IntRange(max = 4) int shift, @ForAll Random random) {
        var runs = new SumRuns(shift);
        add(runs, 0, points, random);
        var view = runs.view();

        add(runs, points, 500, random);

        assertThat(view.covered(points + 500)).isEqualTo(points >> shift << shift);
        assertSums(view, points, shift, random);
    }

    @Property(tries = 60)
    void whatWasSavedIsLoadedAndAddedTo(
            @ForAll @IntRange(max = 60) int closed, @ForAll @IntRange(max = 4) int shift, @ForAll Random random) {
        var runs = new SumRuns(shift);
        int points = closed << shift;
        add(runs, 0, points, random);

        var loaded = RoundTrip.of(runs.view()::save, SumRuns::load);
        assertSums(loaded.view(), points, shift, random);
        add(loaded, points, 300, random);

        assertSums(loaded.view(), points + 300, shift, random);
    }

    @Example
    void thereIsALimitToGroups() {
        var runs = new SumRuns(1);
        runs.change((1 << 15) - 1, 'a', 1);

        assertThatThrownBy(() -> runs.change(1 << 15, 'a', 1)).isInstanceOf(IllegalStateException.class);
    }

    private void add(SumRuns runs, int first, int count, Random random) {
        for (int point = first; point < first + count; point++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                int group = random.nextInt(GROUPS);
                int delta = group == 0 ? PackedIntsTest.anyInt(random) : random.nextInt(3) - 1;
                var change = new Change(point, group, random.nextInt(200), delta);
                runs.change(change.group(), (char) change.day(), change.delta());
                model.add(change);
            }
            if (runs.endsWith(point)) {
                runs.closeRun();
            }
        }
    }

    private void assertSums(SumRuns.View view, int points, int shift, Random random) {
        for (int i = 0; i < 40; i++) {
            int known = random.nextInt(points + 1);
            int covered = view.covered(known);
            assertThat(covered).isEqualTo(known >> shift << shift);
            int group = random.nextInt(GROUPS);
            int day = random.nextInt(202) - 1;
            assertThat(view.upTo(covered, group, day)).isEqualTo(sum(covered, group, day));
        }
        assertThat(view.upTo(view.covered(points), GROUPS, 200)).isZero();
    }

    private int sum(int points, int group, int day) {
        return model.stream()
                .filter(change -> change.point() < points && change.group() == group && change.day() <= day)
                .mapToInt(Change::delta)
                .sum();
    }
}
