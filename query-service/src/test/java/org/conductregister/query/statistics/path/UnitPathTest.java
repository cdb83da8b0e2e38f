package org.conductregister.query.statistics.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.query.statistics.path.PointSink.OfUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A path against a sorted map of what the unit is from each day on. */
class UnitPathTest {

    private static final int DAYS = 12;

    /** A change made to a path: from a day on, the unit goes through these states. */
    record Change(int day, List<Step<@Nullable UnitState>> tail) {}

    @Property
    void thePointsEmittedAddUpToThePathOnEveryDay(@ForAll("changes") List<Change> changes) {
        var path = new UnitPath(7);
        var points = new SummedPoints();
        var model = new TreeMap<Integer, @Nullable UnitState>();
        for (var change : changes) {
            path.replaceFrom(change.day(), change.tail(), points);
            model.tailMap(change.day(), true).clear();
            change.tail().forEach(step -> model.put(step.day(), step.state()));

            for (int day = 0; day <= DAYS; day++) {
                var expected = model.floorEntry(day);
                assertThat(points.unitAt(day)).isEqualTo(expected == null ? null : expected.getValue());
            }
            var last = model.lastEntry();
            assertThat(path.last()).isEqualTo(last == null ? null : last.getValue());
        }
    }

    @Property
    void appendingIsReplacingTheTailByOneStep(
            @ForAll("changes") List<Change> changes, @ForAll List<@From("states") UnitState> more) {
        var appended = new UnitPath(7);
        var replaced = new UnitPath(7);
        var pointsOfAppended = new SummedPoints();
        var pointsOfReplaced = new SummedPoints();
        for (var change : changes) {
            appended.replaceFrom(change.day(), change.tail(), pointsOfAppended);
            replaced.replaceFrom(change.day(), change.tail(), pointsOfReplaced);
        }
        int day = DAYS;
        for (var state : more) {
            assertThat(appended.endsBy(day)).isTrue();
            appended.append(day, state, pointsOfAppended);
            replaced.replaceFrom(day, List.of(new Step<>(day, state)), pointsOfReplaced);
            assertThat(pointsOfAppended.points).isEqualTo(pointsOfReplaced.points);
            assertThat(appended.last()).isEqualTo(replaced.last());
            day += more.size() % 2;
        }
    }

    @Test
    void aPathReplacedByItselfEmitsNothing() {
        var path = new UnitPath(7);
        var tail = List.<Step<@Nullable UnitState>>of(
                new Step<>(3, new UnitState(1, 1)), new Step<>(5, null), new Step<>(8, new UnitState(1, 2)));
        path.replaceFrom(0, tail, new SummedPoints());
        var again = new SummedPoints();

        path.replaceFrom(0, tail, again);
        path.replaceFrom(4, tail.subList(1, 3), again);

        assertThat(again.points).isEmpty();
    }

    @Test
    void aStateOfTheSameVersionChangesByOnePointAndAnotherVersionByTwo() {
        var path = new UnitPath(7);
        path.append(1, new UnitState(1, 1), new SummedPoints());
        var sameVersion = new SummedPoints();
        path.append(2, new UnitState(1, 2), sameVersion);
        var otherVersion = new SummedPoints();
        path.append(3, new UnitState(2, 2), otherVersion);

        assertThat(sameVersion.points).containsExactly("2 v1 1->2");
        assertThat(otherVersion.points).containsExactly("3 v1 2->0", "3 v2 0->2");
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        var step = Combinators.combine(Arbitraries.integers().between(0, 3), states(), nothing())
                .as((gap, state, none) -> new Step<@Nullable UnitState>(gap, none ? null : state));
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS), step.list().ofMaxSize(4))
                .as(UnitPathTest::change)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Steps hold the days between them at first. */
    private static Change change(int day, List<Step<@Nullable UnitState>> gaps) {
        var tail = new ArrayList<Step<@Nullable UnitState>>();
        int at = day;
        for (var gap : gaps) {
            at += gap.day();
            if (at > DAYS) {
                break;
            }
            tail.add(new Step<>(at++, gap.state()));
        }
        return new Change(day, tail);
    }

    private static Arbitrary<Boolean> nothing() {
        return Arbitraries.integers().between(0, 4).map(number -> number == 0);
    }

    @Provide
    Arbitrary<UnitState> states() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 3))
                .as(UnitState::new);
    }

    /** Adds up what points say of one unit. */
    private static final class SummedPoints implements OfUnit {

        private final List<String> points = new ArrayList<>();
        private final TreeMap<Integer, Map<UnitState, Integer>> changes = new TreeMap<>();

        @Nullable
        UnitState unitAt(int day) {
            var sums = new HashMap<UnitState, Integer>();
            changes.headMap(day, true)
                    .values()
                    .forEach(ofDay -> ofDay.forEach((state, count) -> sums.merge(state, count, Integer::sum)));
            sums.values().removeIf(count -> count == 0);
            assertThat(sums.values()).allMatch(count -> count == 1).hasSizeLessThanOrEqualTo(1);
            return sums.isEmpty() ? null : sums.keySet().iterator().next();
        }

        @Override
        public void point(int day, int version, int from, int to) {
            points.add("%d v%d %d->%d".formatted(day, version, from, to));
            var ofDay = changes.computeIfAbsent(day, first -> new HashMap<>());
            if (from != UnitState.NOT_THERE) {
                ofDay.merge(new UnitState(version, from), -1, Integer::sum);
            }
            if (to != UnitState.NOT_THERE) {
                ofDay.merge(new UnitState(version, to), 1, Integer::sum);
            }
        }

        @Override
        public int member(String record, @Nullable String part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int profile(Object[] fixed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int state(Object[] changing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int version(int member, int profile, int person, int reported, int referred) {
            throw new UnsupportedOperationException();
        }
    }
}
