package org.conductregister.query.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.http.Definitions;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.statistics.tables.Subject;
import org.conductregister.query.tabular.Heading;
import org.conductregister.query.tabular.http.Downloads;
import org.springframework.stereotype.Component;

/** The actions on a table of the overview: where it is downloaded, how it is cited, and where more is made of it. */
@Component
class TableActions {

    private static final String CALL = "/api/v1/statistics";

    private final StatisticsTables tables;

    TableActions(StatisticsTables tables) {
        this.tables = tables;
    }

    /**
     * For one table.
     *
     * @param downloads addresses by the names of formats
     * @param exactly the address of the page that shows it for ever
     */
    record Actions(Heading heading, Map<String, String> downloads, String exactly) {}

    /**
     * For counts by a dimension.
     *
     * @param columns the dimension across; empty for none
     */
    Actions of(PageQuestion page, String rows, String columns) {
        var groupBy = columns.isEmpty() || columns.equals(rows) ? List.of(rows) : List.of(rows, columns);
        var call = page.counted(CALL).with("groupBy", String.join(",", groupBy)).with("totals", true);
        var exactly = page.counted("/statistics/table").with("show", "COUNT").with("rows", rows);
        if (groupBy.size() > 1) {
            call = call.with("columns", columns);
            exactly = exactly.with("columns", columns);
        }
        var times = page.times();
        var definitions = Definitions.of(new Question(page.unit(), page.population(), groupBy, times));
        var subject = new Subject(
                page.unit(),
                "",
                groupBy,
                page.population(),
                tables.times(times.asAt(), times.knownAt()),
                definitions,
                at(page, call).toString());
        var asked = at(page, call).toString();
        return new Actions(
                tables.heading(subject),
                Downloads.of(asked.replace(CALL + "?", CALL + "/export?"), asked),
                at(page, exactly).toString());
    }

    /**
     * For counts at the end of each year.
     *
     * @param from the first day
     * @param to the last day
     */
    Actions overTime(PageQuestion page, String by, LocalDate from, LocalDate to) {
        var times = page.times();
        var call = page.counted(CALL + "/series")
                .with("groupBy", by)
                .with("from", from)
                .with("to", to)
                .with("step", "YEAR")
                .with("knownAt", times.knownAt())
                .toString();
        var exactly = page.counted("/statistics/table")
                .with("show", "SERIES")
                .with("rows", by)
                .with("fromDay", from)
                .with("toDay", to)
                .with("step", "YEAR")
                .with("knownAt", times.knownAt());
        var subject = new Subject(
                page.unit(),
                "at the end of each year",
                List.of(by),
                page.population(),
                tables.times(from, to, times.knownAt()),
                Definitions.of(new Question(page.unit(), page.population(), List.of(by), times)),
                call);
        return new Actions(tables.heading(subject), Downloads.forInside(call), exactly.toString());
    }

    /**
     * For a comparison.
     *
     * @param by the dimension of the table that is downloaded
     * @param dimensions all that are shown, whose definitions are said
     */
    Actions compared(PageQuestion first, PageQuestion second, String by, List<String> dimensions) {
        var call = twice(first, second, first.counted(CALL + "/compare").with("groupBy", by))
                .toString();
        var times = "First: %s. Second: %s"
                .formatted(
                        tables.times(first.times().asAt(), first.times().knownAt()),
                        tables.times(second.times().asAt(), second.times().knownAt()));
        var definitions = Definitions.of(new Question(first.unit(), first.population(), dimensions, first.times()));
        var subject = new Subject(
                first.unit(), "two counts compared", List.of(), first.population(), times, definitions, call);
        var exactly = twice(first, second, new Address("/statistics/compare", first.kept()));
        return new Actions(tables.heading(subject), Downloads.forInside(call), exactly.toString());
    }

    private static Address twice(PageQuestion first, PageQuestion second, Address address) {
        return at(first, address)
                .with("asAt2", second.times().asAt())
                .with("knownAt2", second.times().knownAt());
    }

    private static Address at(PageQuestion page, Address address) {
        return address.with("asAt", page.times().asAt())
                .with("knownAt", page.times().knownAt());
    }
}
