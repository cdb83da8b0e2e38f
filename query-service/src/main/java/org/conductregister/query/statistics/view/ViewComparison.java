package org.conductregister.query.statistics.view;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;

/**
 * Compares the answers of two engines of the same log: every dimension of every unit, on some days, as known now and earlier.
 * For one thread, and one comparison.
 */
final class ViewComparison {

    private static final int MAX_DIFFERENCES = 20;

    private final StatisticsEngine before;
    private final StatisticsEngine after;
    private final List<String> found = new ArrayList<>();

    ViewComparison(StatisticsEngine before, StatisticsEngine after) {
        this.before = before;
        this.after = after;
    }

    /** The differences, a sentence each; the first {@value #MAX_DIFFERENCES}. */
    List<String> differences() {
        var knownAt = before.head().now().recordedAt();
        var today = LocalDate.ofInstant(knownAt, ZoneOffset.UTC);
        compare(new PointInTime(today, knownAt));
        compare(new PointInTime(today.minusYears(1), knownAt));
        compare(new PointInTime(today, knownAt.minus(Duration.ofDays(30))));
        return List.copyOf(found);
    }

    private void compare(PointInTime times) {
        for (var unit : Unit.values()) {
            for (var dimension : Dimensions.of(unit)) {
                compare(unit, dimension, times);
            }
        }
    }

    private void compare(Unit unit, Dimension dimension, PointInTime times) {
        var question = new Question(unit, Population.EVERYTHING, List.of(dimension.name()), times);
        var was = before.count(question).groups();
        var is = after.count(question).groups();
        if (!was.equals(is) && found.size() < MAX_DIFFERENCES) {
            found.add("%s by %s as at %s, as known at %s: were %s, are %s"
                    .formatted(unit.word(), dimension.name(), times.asAt(), times.knownAt(), was, is));
        }
    }
}
