package org.conductregister.query.statistics.http;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.http.MovementAnswers.DurationMembersAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.DurationsAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.FlowMembersAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.FlowsAnswer;
import org.conductregister.web.documents.ApiTags;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers how long it took, what came and went, and which. */
@RestController
@RequestMapping("/api/v1/statistics")
class MovementController {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private final StatisticsEngine counts;
    private final MovementEngine engine;
    private final ReadParameters times;
    private final AskedCodes codes;

    MovementController(StatisticsEngine counts, MovementEngine engine, ReadParameters times, AskedCodes codes) {
        this.counts = counts;
        this.engine = engine;
        this.times = times;
        this.codes = codes;
    }

    @Operation(
            operationId = "measureDurations",
            tags = ApiTags.STATISTICS,
            summary = "How long",
            description =
                    "How long it took the units of a population from one moment to another, as far as they had got there by"
                            + " asAt, and how long the others had taken so far: number, mean, median, quartiles, 90th"
                            + " percentile and the share over a limit, unrounded. A number that is of nothing is left out.")
    @GetMapping("/durations")
    DurationsAnswer durations(Parameters parameters) {
        var reader = new QuestionReader(counts, parameters);
        var movement = new MovementReader(parameters);
        var unit = reader.unit();
        movement.refuseOthersThan(MovementReader.UNITS, unit);
        var asked = times.times(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var measure = movement.measure(unit);
        refuse(parameters, question, Map.of(), asked);
        var known = known(question, asked);
        return DurationsAnswer.of(known, requireNonNull(measure), engine.durations(known, measure));
    }

    @Operation(
            operationId = "listDurationMembers",
            tags = ApiTags.STATISTICS,
            summary = "Which units durations are of",
            description =
                    "The units that have reached both moments, the first alone, or the second before the first: the longest"
                            + " first, a page at a time. With over, only those longer.")
    @GetMapping("/durations/members")
    DurationMembersAnswer durationMembers(Parameters parameters) {
        var reader = new QuestionReader(counts, parameters);
        var movement = new MovementReader(parameters);
        var unit = reader.unit();
        movement.refuseOthersThan(MovementReader.UNITS, unit);
        var asked = times.times(parameters);
        var question = reader.ungrouped(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var group = reader.group(unit);
        var measure = movement.measure(unit);
        var part = movement.required("part", Part.class);
        int page = page(parameters);
        int size = size(parameters);
        refuse(parameters, question, group, asked);
        var known = known(question, asked);
        boolean onlyOver = requireNonNull(measure).over() != null;
        var listing = Listing.page(group, (long) page * size, size);
        var found = engine.durationMembers(known, measure, requireNonNull(part), onlyOver, listing);
        return DurationMembersAnswer.of(known, measure, part, page, size, found);
    }

    @Operation(
            operationId = "countFlows",
            tags = ApiTags.STATISTICS,
            summary = "What came and went",
            description =
                    "Of each period from one day to another: what was pending at its start, received, closed, reopened, and"
                            + " pending at its end; start + received + reopened - closed = end in every group. Periods end with the"
                            + " calendar's, the last one at to.")
    @GetMapping("/flows")
    FlowsAnswer flows(Parameters parameters) {
        var reader = new QuestionReader(counts, parameters);
        var movement = new MovementReader(parameters);
        var unit = reader.unit();
        movement.refuseOthersThan(MovementReader.UNITS, unit);
        var asked = times.timesOfDays(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var from = movement.day("from");
        var to = movement.day("to");
        var periods = Periods.read(parameters, false);
        movement.refuseBackward(from, to);
        var ends = from == null || to == null || periods == null ? List.<LocalDate>of() : periods.days(from, to);
        if (ends.size() > Periods.MOST) {
            parameters.fault("step", "would make more than %,d periods; take a longer step".formatted(Periods.MOST));
        }
        refuse(parameters, question, Map.of(), asked);
        var known = known(question, asked);
        try {
            var flows = engine.flows(known, requireNonNull(from), ends);
            return FlowsAnswer.of(known, from, requireNonNull(to), requireNonNull(periods), flows);
        } catch (TooManyGroupsException e) {
            parameters.fault("groupBy", e.getMessage());
            parameters.refuseFaults();
            throw e;
        }
    }

    @Operation(
            operationId = "listFlowMembers",
            tags = ApiTags.STATISTICS,
            summary = "Which units a flow is of",
            description =
                    "The units that were pending at the start or the end of a period, or were received, closed or reopened in"
                            + " it, as they are at its end, and how often: a page at a time.")
    @GetMapping("/flows/members")
    FlowMembersAnswer flowMembers(Parameters parameters) {
        var reader = new QuestionReader(counts, parameters);
        var movement = new MovementReader(parameters);
        var unit = reader.unit();
        movement.refuseOthersThan(MovementReader.UNITS, unit);
        var asked = times.timesOfDays(parameters);
        var question = reader.ungrouped(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var group = reader.group(unit);
        var from = movement.day("from");
        var to = movement.day("to");
        movement.refuseBackward(from, to);
        var flow = movement.required("flow", Flow.class);
        int page = page(parameters);
        int size = size(parameters);
        refuse(parameters, question, group, asked);
        var known = known(question, asked);
        var listing = Listing.page(group, (long) page * size, size);
        var found = engine.flowMembers(known, requireNonNull(from), requireNonNull(to), requireNonNull(flow), listing);
        return FlowMembersAnswer.of(known, from, to, flow, page, size, found);
    }

    /** The question as known when it can be answered, which the answer states. */
    private Question known(Question question, AskedTimes asked) {
        return new Question(question.unit(), question.population(), question.groupBy(), asked.of(counts.head()));
    }

    private static int page(Parameters parameters) {
        return (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
    }

    private static int size(Parameters parameters) {
        return (int) parameters.number("size", USUAL_PAGE, 1, LARGEST_PAGE);
    }

    private void refuse(Parameters parameters, Question question, Map<String, Set<Object>> group, AskedTimes asked) {
        parameters.refuseUnknown();
        codes.check(parameters, question.population(), group, asked);
        parameters.refuseFaults();
    }
}
