package org.conductregister.query.statistics.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.cells.OfficerDimension;

/** Counts by passing over the points that were known. */
final class Answers {

    private final Snapshot snapshot;

    Answers(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Table count(Question question) {
        var view = snapshot.of(question.unit());
        var known = snapshot.knownAt(question.times().knownAt());
        int size = view.sizeAt(known.position());
        var tally = tally(question, view, size);
        int asAt = Math.toIntExact(question.times().asAt().toEpochDay());
        for (int i = 0; i < size; i++) {
            if (view.day()[i] <= asAt) {
                tally.add(i);
            }
        }
        return new Table(known.recordedAt(), known.position(), tally.groups());
    }

    Series series(Question question, List<LocalDate> days) {
        var view = snapshot.of(question.unit());
        var known = snapshot.knownAt(question.times().knownAt());
        int size = view.sizeAt(known.position());
        var tally = tally(question, view, size);
        var byDay = PointsByDay.of(view, size, days);
        var series = new ArrayList<Series.Point>(days.size());
        int groups = 0;
        for (int i = 0; i < days.size(); i++) {
            byDay.forEach(i, tally::add);
            var now = tally.groups();
            groups += now.size();
            if (groups > StatisticsEngine.MOST_GROUPS) {
                throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
            }
            series.add(new Series.Point(days.get(i), now));
        }
        return new Series(known.recordedAt(), known.position(), series);
    }

    private Tally tally(Question question, UnitView view, int size) {
        var population = CellFilter.of(question.unit(), question.population());
        var window = Window.of(question.population());
        if (question.unit() == Unit.OFFICERS) {
            var allegations = new MemberStates(view);
            var dimensions = question.groupBy().stream().map(Answers::officers).toList();
            var persons =
                    new PersonStates(snapshot, view, size, allegations, matching(view, population), window, dimensions);
            return new PersonTally(view, allegations, persons, snapshot.persons());
        }
        var features = Dimensions.features(question.unit());
        int[] by = question.groupBy().stream().mapToInt(features::index).toArray();
        return new CellTally(view, window, Grouping.of(view, population, by));
    }

    static boolean[] matching(UnitView view, Predicate<Object[]> population) {
        var matching = new boolean[view.cells()];
        for (int cell = 0; cell < matching.length; cell++) {
            matching[cell] = population.test(view.cellValues()[cell]);
        }
        return matching;
    }

    private static OfficerDimension officers(String dimension) {
        return Dimensions.OF_OFFICERS.stream()
                .filter(one -> one.dimension().name().equals(dimension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension is named " + dimension));
    }
}
