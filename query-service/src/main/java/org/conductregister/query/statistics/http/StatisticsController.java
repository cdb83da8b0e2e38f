package org.conductregister.query.statistics.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.Answers.Comparison;
import org.conductregister.query.statistics.http.Answers.MemberAnswer;
import org.conductregister.query.statistics.http.Answers.MembersAnswer;
import org.conductregister.query.statistics.http.Answers.SeriesAnswer;
import org.conductregister.query.statistics.http.Answers.TableAnswer;
import org.conductregister.query.statistics.rates.Rates;
import org.conductregister.query.statistics.tables.Layout;
import org.conductregister.query.statistics.tables.MemberReferences;
import org.conductregister.query.statistics.tables.ZeroGroups;
import org.conductregister.query.tabular.http.GetTable;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers how many, over time, in comparison, and which. */
@RestController
@RequestMapping(StatisticsController.PATH)
class StatisticsController {

    static final String PATH = "/api/v1/statistics";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private final StatisticsEngine engine;
    private final VisibleMembers visible;
    private final ReadParameters times;
    private final AskedCodes codes;
    private final ZeroGroups zeros;
    private final AnswerTables tables;
    private final MemberReferences references;
    private final Headcounts headcounts;

    StatisticsController(
            StatisticsEngine engine,
            ReadParameters times,
            AskedCodes codes,
            ZeroGroups zeros,
            AnswerTables tables,
            VisibleMembers visible,
            MemberReferences references,
            Headcounts headcounts) {
        this.visible = visible;
        this.references = references;
        this.engine = engine;
        this.times = times;
        this.codes = codes;
        this.zeros = zeros;
        this.tables = tables;
        this.headcounts = headcounts;
    }

    @Operation(
            operationId = "count",
            tags = ApiTags.STATISTICS,
            summary = "How many",
            description =
                    "Counts the units of a population, by any dimensions. Groups that nothing is in are left out. The"
                            + " answer carries its unit, population, both times and definitions, and can be had again for"
                            + " ever with the knownAt that it states.")
    @GetTable
    Tabular<TableAnswer> count(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.times(parameters);
        var stated = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        boolean withZeros = ZeroGroups.asked(parameters);
        var layout = Layout.read(parameters, stated.groupBy());
        boolean withRates = Rates.asked(parameters, stated);
        if (withRates && layout.columns() != null) {
            parameters.fault(
                    "columns", "does not go with per, which has several figures for each group; leave one out");
        }
        refuse(parameters, stated, Map.of(), asked);
        var question = known(stated, asked.of(engine.head()));
        boolean lasts = lasts(parameters, asked);
        var table = count(question, withZeros, parameters);
        var answer = TableAnswer.of(question, table, rates(withRates, question));
        return Tabular.of(
                answer,
                lasts,
                () -> tables.count(
                        question, answer, layout, withRates, parameters.pinned(PATH, answer.asAt(), answer.knownAt())));
    }

    private Table count(Question question, boolean withZeros, Parameters parameters) {
        var table = engine.count(question);
        if (!withZeros) {
            return table;
        }
        var groups = zeros.filled(question, table.groups(), Group::values, values -> new Group(values, 0), parameters);
        return new Table(table.knownAt(), table.position(), table.total(), groups);
    }

    /** Whether both times are stated, and nothing can be known later of what was known then. */
    private boolean lasts(Parameters parameters, AskedTimes asked) {
        return parameters.text("asAt") != null && asked.isPast(engine.head());
    }

    @Operation(
            operationId = "countSeries",
            tags = ApiTags.STATISTICS,
            summary = "How many over time",
            description = "The same count at the end of each period from one day to another.")
    @GetTable("/series")
    Tabular<SeriesAnswer> series(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.timesOfDays(parameters);
        var stated = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var from = required(parameters, "from");
        var to = required(parameters, "to");
        var periods = Periods.read(parameters, true);
        if (from != null && to != null && to.isBefore(from)) {
            parameters.fault("to", "must not be before from");
        }
        var days = from == null || to == null || periods == null ? List.<LocalDate>of() : periods.days(from, to);
        if (days.size() > Periods.MOST) {
            parameters.fault("step", "would make more than %,d points; take a longer step".formatted(Periods.MOST));
        }
        boolean withZeros = ZeroGroups.asked(parameters);
        boolean withRates = Rates.asked(parameters, stated);
        refuse(parameters, stated, Map.of(), asked);
        var question = known(stated, asked.of(engine.head()));
        boolean lasts = asked.isPast(engine.head());
        try {
            var answer = SeriesAnswer.of(
                    question,
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(to),
                    Objects.requireNonNull(periods),
                    series(question, days, withZeros, parameters),
                    rates(withRates, question));
            return Tabular.of(
                    answer,
                    lasts,
                    () -> tables.series(
                            question, answer, withRates, parameters.pinned(PATH + "/series", null, answer.knownAt())));
        } catch (TooManyGroupsException e) {
            parameters.fault("groupBy", e.getMessage());
            parameters.refuseFaults();
            throw e;
        }
    }

    private Series series(Question question, List<LocalDate> days, boolean withZeros, Parameters parameters) {
        var series = engine.series(question, days);
        if (!withZeros) {
            return series;
        }
        var known =
                known(question, new PointInTime(days.getLast(), question.times().knownAt()));
        var groups = zeros.filledAlike(
                known,
                series.points().stream().map(Series.Point::groups).toList(),
                Group::values,
                values -> new Group(values, 0),
                parameters);
        var points = new ArrayList<Series.Point>();
        for (int i = 0; i < groups.size(); i++) {
            points.add(new Series.Point(series.points().get(i).asAt(), groups.get(i)));
        }
        return new Series(series.knownAt(), series.position(), points);
    }

    @Operation(
            operationId = "compareCounts",
            tags = ApiTags.STATISTICS,
            summary = "How many, at two times",
            description = "The same count at two days, as known at two instants, and the difference of each group.")
    @GetTable("/compare")
    Tabular<Comparison> compare(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.times(parameters);
        var asAt2 = parameters.day("asAt2");
        var knownAt2 = parameters.instant("knownAt2");
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        boolean withZeros = ZeroGroups.asked(parameters);
        boolean withRates = Rates.asked(parameters, question);
        refuse(parameters, question, Map.of(), asked);
        var first = known(question, asked.of(engine.head()));
        var second = known(question, other(first.times(), asAt2, knownAt2));
        boolean lasts = lasts(parameters, asked)
                && second.times().knownAt().isBefore(engine.head().now().recordedAt());
        var answer = Comparison.of(
                first,
                count(first, withZeros, parameters),
                rates(withRates, first),
                second,
                count(second, withZeros, parameters),
                rates(withRates, second));
        return Tabular.of(
                answer,
                lasts,
                () -> tables.compare(
                        first,
                        answer,
                        withRates,
                        parameters.pinnedTwice(PATH + "/compare", first.times(), second.times())));
    }

    private Rates rates(boolean asked, Question question) {
        return asked ? Rates.of(question, headcounts) : Rates.NONE;
    }

    private static PointInTime other(PointInTime first, @Nullable LocalDate asAt, @Nullable Instant knownAt) {
        return new PointInTime(asAt == null ? first.asAt() : asAt, knownAt == null ? first.knownAt() : knownAt);
    }

    private static Question known(Question question, PointInTime times) {
        return new Question(question.unit(), question.population(), question.groupBy(), times);
    }

    @Operation(
            operationId = "countMembers",
            tags = ApiTags.STATISTICS,
            summary = "Which units a count is of",
            description = "The units that make up a count or one of its groups, a page at a time.")
    @GetTable("/members")
    Tabular<MembersAnswer> members(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        Unit unit = reader.unit();
        var asked = times.times(parameters);
        var stated = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var group = reader.group(unit);
        int page = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        int size = (int) parameters.number("size", USUAL_PAGE, 1, LARGEST_PAGE);
        refuse(parameters, stated, group, asked);
        asked.awaitOn(references.head());
        var question = known(stated, asked.of(engine.head()));
        boolean onePage = parameters.text("page") != null || parameters.text("size") != null;
        var found = visible.members(question, Listing.page(group, (long) page * size, size));
        var answer = new MembersAnswer(
                unit.word(),
                asked.asAt(),
                question.times().knownAt(),
                found.position(),
                question.population().asParameters(),
                Definitions.ofMembers(question),
                found.total(),
                page,
                size,
                members(question, found.members()));
        var address = parameters.pinned(PATH + "/members", answer.asAt(), answer.knownAt());
        return new Tabular<>(
                answer,
                () -> tables.members(question, group, found.total(), onePage ? found.members() : null, address),
                false,
                Parameters.nextPage(address, page, size, found.total()));
    }

    private List<MemberAnswer> members(Question question, List<Member> members) {
        var named = references.of(question.unit(), members, question.times());
        return members.stream()
                .map(member -> MemberAnswer.of(question.unit(), member, named))
                .toList();
    }

    private static @Nullable LocalDate required(Parameters parameters, String name) {
        var day = parameters.day(name);
        if (day == null && parameters.text(name) == null) {
            parameters.fault(name, "is missing; give a day, as YYYY-MM-DD");
        }
        return day;
    }

    private void refuse(Parameters parameters, Question question, Map<String, Set<Object>> group, AskedTimes asked) {
        parameters.refuseUnknown();
        codes.check(parameters, question.population(), group, asked);
        parameters.refuseFaults();
    }
}
