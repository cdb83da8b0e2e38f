package org.conductregister.query.statistics.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.Answers.Comparison;
import org.conductregister.query.statistics.http.Answers.MemberAnswer;
import org.conductregister.query.statistics.http.Answers.MembersAnswer;
import org.conductregister.query.statistics.http.Answers.SeriesAnswer;
import org.conductregister.query.statistics.http.Answers.TableAnswer;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers how many, over time, in comparison, and which. */
@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private final StatisticsEngine engine;
    private final ReadParameters times;
    private final AskedCodes codes;

    StatisticsController(StatisticsEngine engine, ReadParameters times, AskedCodes codes) {
        this.engine = engine;
        this.times = times;
        this.codes = codes;
    }

    @Operation(
            operationId = "count",
            tags = ApiTags.STATISTICS,
            summary = "How many",
            description =
                    "Counts the units of a population, by any dimensions. Groups that nothing is in are left out. The"
                            + " answer carries its unit, population, both times and definitions, and can be had again for"
                            + " ever with the knownAt that it states.")
    @GetMapping
    TableAnswer count(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.times(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        refuse(parameters, question, Map.of(), asked);
        var known = known(question, asked.of(engine.head()));
        return TableAnswer.of(known, engine.count(known));
    }

    @Operation(
            operationId = "countSeries",
            tags = ApiTags.STATISTICS,
            summary = "How many over time",
            description = "The same count at the end of each period from one day to another.")
    @GetMapping("/series")
    SeriesAnswer series(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.timesOfDays(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
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
        refuse(parameters, question, Map.of(), asked);
        var known = known(question, asked.of(engine.head()));
        try {
            return SeriesAnswer.of(
                    known,
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(to),
                    Objects.requireNonNull(periods),
                    engine.series(known, days));
        } catch (TooManyGroupsException e) {
            parameters.fault("groupBy", e.getMessage());
            parameters.refuseFaults();
            throw e;
        }
    }

    @Operation(
            operationId = "compareCounts",
            tags = ApiTags.STATISTICS,
            summary = "How many, at two times",
            description = "The same count at two days, as known at two instants, and the difference of each group.")
    @GetMapping("/compare")
    Comparison compare(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.times(parameters);
        var asAt2 = parameters.day("asAt2");
        var knownAt2 = parameters.instant("knownAt2");
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        refuse(parameters, question, Map.of(), asked);
        var first = known(question, asked.of(engine.head()));
        var second = known(question, other(first.times(), asAt2, knownAt2));
        return Comparison.of(first, engine.count(first), second, engine.count(second));
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
    @GetMapping("/members")
    MembersAnswer members(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        Unit unit = reader.unit();
        var asked = times.times(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var group = reader.group(unit);
        int page = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        int size = (int) parameters.number("size", USUAL_PAGE, 1, LARGEST_PAGE);
        refuse(parameters, question, group, asked);
        var known = known(question, asked.of(engine.head()));
        var found = engine.members(known, Listing.page(group, (long) page * size, size));
        return new MembersAnswer(
                unit.word(),
                asked.asAt(),
                known.times().knownAt(),
                found.position(),
                QuestionReader.echo(question.population()),
                Definitions.ofMembers(question),
                found.total(),
                page,
                size,
                found.members().stream()
                        .map(member -> MemberAnswer.of(unit, member))
                        .toList());
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
