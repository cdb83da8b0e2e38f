package org.conductregister.query.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.Unit;
import org.conductregister.web.pages.LeastCount;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts month by month, from the first day that has one to today. */
@Component
class HistoryOfCounts {

    /** Nobody who serves was accused before. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 12, 31);

    private final StatisticsEngine engine;
    private final PageTimes pageTimes;
    private final Words words;

    HistoryOfCounts(StatisticsEngine engine, PageTimes pageTimes, Words words) {
        this.engine = engine;
        this.pageTimes = pageTimes;
        this.words = words;
    }

    /**
     * @param first the first day with a count
     * @param last today
     * @param days as at which the counts are, ascending
     * @param lines for each value of the dimension that the unit is split by, its counts
     */
    record History(LocalDate first, LocalDate last, List<LocalDate> days, List<Line> lines) {

        record Line(String label, List<Long> counts) {}

        /** Returns what a chart draws: counts that are not told are drawn as none. */
        History drawn() {
            var told = lines.stream()
                    .map(line -> new Line(
                            line.label(),
                            line.counts().stream()
                                    .map(count -> LeastCount.hides(count) ? 0L : count)
                                    .toList()))
                    .toList();
            return new History(first, last, days, told);
        }

        /** The days that end a year, and the last: few enough for a table. */
        public List<Integer> yearEnds() {
            return Stream.iterate(0, i -> i + 1)
                    .limit(days.size())
                    .filter(i -> i == days.size() - 1
                            || (days.get(i).getMonthValue() == 12 && days.get(i).getDayOfMonth() == 31))
                    .toList();
        }
    }

    History of(PageQuestion page) {
        var today = pageTimes.today();
        var first = firstDay(page.unit(), today);
        var days = new ArrayList<LocalDate>();
        days.add(first);
        for (var day = monthEnd(first); day.isBefore(today); day = monthEnd(day.plusDays(1))) {
            if (day.isAfter(first)) {
                days.add(day);
            }
        }
        if (today.isAfter(first)) {
            days.add(today);
        }
        var split = Charts.of(page.unit()).split();
        var points = engine.series(page.by(split), days).points();
        var lines = Charts.parts(engine.dimensions(page.unit()), split).stream()
                .map(value -> new History.Line(
                        words.value(split, value),
                        points.stream().map(point -> countOf(value, point)).toList()))
                .toList();
        return new History(first, today, days, lines);
    }

    private static long countOf(String value, Series.Point point) {
        return point.groups().stream()
                .filter(group -> group.values().getFirst().equals(value))
                .mapToLong(Group::count)
                .sum();
    }

    /**
     * Returns the first day that anything known by now counts from, whatever the population, so that the days to
     * choose from stay the same. Looked for year by year, then day by day; a history without counts has today alone.
     */
    private LocalDate firstDay(Unit unit, LocalDate today) {
        var years = Stream.iterate(EARLIEST, year -> year.isBefore(today), year -> year.plusYears(1))
                .toList();
        var year = firstCounted(
                unit, Stream.concat(years.stream(), Stream.of(today)).toList());
        if (year == null) {
            return today;
        }
        var days = year.withDayOfYear(1).datesUntil(year.plusDays(1)).toList();
        var day = firstCounted(unit, days);
        return day == null ? year : day;
    }

    private @Nullable LocalDate firstCounted(Unit unit, List<LocalDate> days) {
        var times = new PointInTime(days.getLast(), PointInTime.NOW);
        return engine.series(new Question(unit, Population.EVERYTHING, List.of(), times), days).points().stream()
                .filter(point -> !point.groups().isEmpty())
                .map(Series.Point::asAt)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate monthEnd(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }
}
