package org.conductregister.query.statistics.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.plan.CellLayout;

/**
 * Divides the groups of answers whose dimensions include one of which several values can hold: counted are groups of the same set
 * of values, answered are groups of each value, which overlap. Three allegations with the tags A and B, and two with B, are five
 * with B and three with A. Other answers stay as they are.
 */
final class DividedAnswers {

    private final boolean overlap;

    private DividedAnswers(boolean overlap) {
        this.overlap = overlap;
    }

    static DividedAnswers of(Question question) {
        return new DividedAnswers(
                !Dimensions.overlapping(question.unit(), question.groupBy()).isEmpty());
    }

    List<Table.Group> counts(List<Table.Group> groups) {
        if (!overlap) {
            return groups;
        }
        var sums = new TreeMap<List<Object>, Long>(CellLayout.ORDER);
        for (var group : groups) {
            for (var values : HeldValues.groups(group.values())) {
                sums.merge(values, group.count(), Long::sum);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Table.Group(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** @throws TooManyGroupsException when there are more over all points once they are divided */
    List<Series.Point> points(List<Series.Point> points) {
        if (!overlap) {
            return points;
        }
        var divided = new ArrayList<Series.Point>(points.size());
        int size = 0;
        for (var point : points) {
            var groups = counts(point.groups());
            size = checked(size + groups.size());
            divided.add(new Series.Point(point.asAt(), groups));
        }
        return divided;
    }

    /** @throws TooManyGroupsException when there are more over all periods once they are divided */
    Flows flows(Flows flows) {
        if (!overlap) {
            return flows;
        }
        var divided = new ArrayList<Flows.Period>(flows.periods().size());
        int size = 0;
        for (var period : flows.periods()) {
            var sums = new TreeMap<List<Object>, Flows.Group>(CellLayout.ORDER);
            for (var group : period.groups()) {
                for (var values : HeldValues.groups(group.values())) {
                    sums.merge(values, of(values, group), DividedAnswers::sum);
                }
            }
            size = checked(size + sums.size());
            divided.add(new Flows.Period(period.from(), period.to(), List.copyOf(sums.values())));
        }
        return new Flows(flows.knownAt(), flows.position(), divided);
    }

    private static Flows.Group of(List<Object> values, Flows.Group one) {
        return new Flows.Group(values, one.start(), one.received(), one.closed(), one.reopened(), one.end());
    }

    private static Flows.Group sum(Flows.Group one, Flows.Group other) {
        return new Flows.Group(
                one.values(),
                one.start() + other.start(),
                one.received() + other.received(),
                one.closed() + other.closed(),
                one.reopened() + other.reopened(),
                one.end() + other.end());
    }

    private static int checked(int size) {
        if (size > StatisticsEngine.MOST_GROUPS) {
            throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
        }
        return size;
    }
}
