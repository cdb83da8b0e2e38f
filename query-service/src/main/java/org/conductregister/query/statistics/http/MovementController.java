package org.conductregister.query.statistics.http;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.DurationMembers.Timed;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.FlowMembers.Moved;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.MovementAnswers.DurationMembersAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.DurationsAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.FlowMembersAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.FlowsAnswer;
import org.conductregister.query.statistics.rates.Rates;
import org.conductregister.query.statistics.tables.MemberReferences;
import org.conductregister.query.statistics.tables.MemberTables;
import org.conductregister.query.statistics.tables.ZeroGroups;
import org.conductregister.query.tabular.http.GetTable;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.documents.ApiTags;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers how long it took, what came and went, and which. */
@RestController
@RequestMapping(StatisticsController.PATH)
class MovementController {

    private static final String PATH = StatisticsController.PATH;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;

    private final StatisticsEngine counts;
    private final MovementEngine engine;
    private final VisibleMembers visible;
    private final ReadParameters times;
    private final AskedCodes codes;
    private final ZeroGroups zeros;
    private final AnswerTables tables;
    private final Headcounts headcounts;
    private final MemberReferences references;

    MovementController(
            StatisticsEngine counts,
            MovementEngine engine,
            ReadParameters times,
            AskedCodes codes,
            ZeroGroups zeros,
            AnswerTables tables,
            VisibleMembers visible,
            Headcounts headcounts,
            MemberReferences references) {
        this.references = references;
        this.visible = visible;
        this.counts = counts;
        this.engine = engine;
        this.times = times;
        this.codes = codes;
        this.zeros = zeros;
        this.tables = tables;
        this.headcounts = headcounts;
    }

    @Operation(
            operationId = "measureDurations",
            tags = ApiTags.STATISTICS,
            summary = "How long",
            description =
                    "How long it took the units of a population from one moment to another, as far as they had got there by"
                            + " asAt, and how long the others had taken so far: number, mean, median, quartiles, 90th"
                            + " percentile and the share over a limit, unrounded. A number that is of nothing is left out.")
    @GetTable("/durations")
    Tabular<DurationsAnswer> durations(Parameters parameters) {
        var call = call(parameters, times::times);
        var movement = call.movement();
        var asked = call.asked();
        var stated = call.question();
        var measure = movement.measure(call.unit());
        boolean withZeros = ZeroGroups.asked(parameters);
        if (parameters.text(Rates.PARAMETER) != null) {
            parameters.fault(
                    Rates.PARAMETER, "does not go with durations, which are days and not counts; leave it out");
        }
        refuse(parameters, stated, Map.of(), asked);
        var question = known(stated, asked.of(counts.head()));
        boolean lasts = parameters.text("asAt") != null && asked.isPast(counts.head());
        var found = engine.durations(question, requireNonNull(measure));
        var durations = withZeros ? withZeros(question, found, parameters) : found;
        var answer = DurationsAnswer.of(question, measure, durations);
        return Tabular.of(
                answer,
                lasts,
                () -> tables.durations(
                        question,
                        measure,
                        answer,
                        parameters.pinned(PATH + "/durations", answer.asAt(), answer.knownAt())));
    }

    private Durations withZeros(Question question, Durations durations, Parameters parameters) {
        var groups = zeros.filled(
                question, durations.groups(), Durations.Group::values, Durations.Group::ofNothing, parameters);
        return new Durations(durations.knownAt(), durations.position(), groups);
    }

    @Operation(
            operationId = "listDurationMembers",
            tags = ApiTags.STATISTICS,
            summary = "Which units durations are of",
            description =
                    "The units that have reached both moments, the first alone, or the second before the first: the longest"
                            + " first, a page at a time. With over, only those longer.")
    @GetTable("/durations/members")
    Tabular<DurationMembersAnswer> durationMembers(Parameters parameters) {
        var call = call(parameters, times::times);
        var movement = call.movement();
        var asked = call.asked();
        var stated = call.ungrouped();
        var group = call.group();
        var measure = movement.measure(call.unit());
        var part = movement.required("part", Part.class);
        int page = page(parameters);
        int size = size(parameters);
        refuse(parameters, stated, group, asked);
        asked.awaitOn(references.head());
        var question = known(stated, asked.of(counts.head()));
        boolean onlyOver = requireNonNull(measure).over() != null;
        var listing = Listing.page(group, (long) page * size, size);
        var found = visible.durationMembers(question, measure, requireNonNull(part), onlyOver, listing);
        var named = references.of(
                call.unit(), found.members().stream().map(Timed::member).toList(), question.times());
        var answer = DurationMembersAnswer.of(question, measure, part, page, size, found, named);
        var address = parameters.pinned(PATH + "/durations/members", answer.asAt(), answer.knownAt());
        MemberTables.Pages pages = (offset, limit) -> tables.listedWithDays(
                question,
                visible.durationMembers(question, measure, part, onlyOver, Listing.page(group, offset, limit))
                        .members());
        var onPage = isOnePage(parameters) ? found.members() : null;
        return new Tabular<>(
                answer,
                () -> tables.durationMembers(question, measure, answer, onPage, pages, address),
                false,
                Parameters.nextPage(address, page, size, found.total()));
    }

    private static Question known(Question question, PointInTime times) {
        return new Question(question.unit(), question.population(), question.groupBy(), times);
    }

    private static boolean isOnePage(Parameters parameters) {
        return parameters.text("page") != null || parameters.text("size") != null;
    }

    @Operation(
            operationId = "countFlows",
            tags = ApiTags.STATISTICS,
            summary = "What came and went",
            description =
                    "Of each period from one day to another: what was pending at its start, received, closed, reopened, and"
                            + " pending at its end; start + received + reopened - closed = end in every group. Periods end with the"
                            + " calendar's, the last one at to.")
    @GetTable("/flows")
    Tabular<FlowsAnswer> flows(Parameters parameters) {
        var call = call(parameters, times::timesOfDays);
        var movement = call.movement();
        var asked = call.asked();
        var stated = call.question();
        var from = movement.day("from");
        var to = movement.day("to");
        var periods = Periods.read(parameters, false);
        movement.refuseBackward(from, to);
        var ends = from == null || to == null || periods == null ? List.<LocalDate>of() : periods.days(from, to);
        if (ends.size() > Periods.MOST) {
            parameters.fault("step", "would make more than %,d periods; take a longer step".formatted(Periods.MOST));
        }
        boolean withZeros = ZeroGroups.asked(parameters);
        boolean withRates = Rates.asked(parameters, stated);
        refuse(parameters, stated, Map.of(), asked);
        var question = known(stated, asked.of(counts.head()));
        boolean lasts = asked.isPast(counts.head());
        try {
            var found = engine.flows(question, requireNonNull(from), ends);
            var flows = withZeros ? withZeros(question, found, parameters) : found;
            var rates = withRates ? Rates.of(question, headcounts) : Rates.NONE;
            var answer = FlowsAnswer.of(question, from, requireNonNull(to), requireNonNull(periods), flows, rates);
            return Tabular.of(
                    answer,
                    lasts,
                    () -> tables.flows(
                            question, answer, withRates, parameters.pinned(PATH + "/flows", null, answer.knownAt())));
        } catch (TooManyGroupsException e) {
            parameters.fault("groupBy", e.getMessage());
            parameters.refuseFaults();
            throw e;
        }
    }

    private Flows withZeros(Question question, Flows flows, Parameters parameters) {
        var last = flows.periods().getLast().to();
        var known = known(question, new PointInTime(last, question.times().knownAt()));
        var groups = zeros.filledAlike(
                known,
                flows.periods().stream().map(Flows.Period::groups).toList(),
                Flows.Group::values,
                values -> new Flows.Group(values, 0, 0, 0, 0, 0),
                parameters);
        var periods = new ArrayList<Flows.Period>();
        for (int i = 0; i < groups.size(); i++) {
            var period = flows.periods().get(i);
            periods.add(new Flows.Period(period.from(), period.to(), groups.get(i)));
        }
        return new Flows(flows.knownAt(), flows.position(), periods);
    }

    @Operation(
            operationId = "listFlowMembers",
            tags = ApiTags.STATISTICS,
            summary = "Which units a flow is of",
            description =
                    "The units that were pending at the start or the end of a period, or were received, closed or reopened in"
                            + " it, as they are at its end, and how often: a page at a time.")
    @GetTable("/flows/members")
    Tabular<FlowMembersAnswer> flowMembers(Parameters parameters) {
        var call = call(parameters, times::timesOfDays);
        var movement = call.movement();
        var asked = call.asked();
        var stated = call.ungrouped();
        var group = call.group();
        var from = movement.day("from");
        var to = movement.day("to");
        movement.refuseBackward(from, to);
        var flow = movement.required("flow", Flow.class);
        int page = page(parameters);
        int size = size(parameters);
        refuse(parameters, stated, group, asked);
        asked.awaitOn(references.head());
        var question = known(stated, asked.of(counts.head()));
        var listing = Listing.page(group, (long) page * size, size);
        var found =
                visible.flowMembers(question, requireNonNull(from), requireNonNull(to), requireNonNull(flow), listing);
        var named = references.of(
                call.unit(),
                found.members().stream().map(Moved::member).toList(),
                new PointInTime(to, question.times().knownAt()));
        var answer = FlowMembersAnswer.of(question, from, to, flow, page, size, found, named);
        var address = parameters.pinned(PATH + "/flows/members", null, answer.knownAt());
        MemberTables.Pages pages = (offset, limit) -> tables.listedWithTimes(
                question,
                to,
                visible.flowMembers(question, from, to, flow, Listing.page(group, offset, limit))
                        .members());
        var onPage = isOnePage(parameters) ? found.members() : null;
        return new Tabular<>(
                answer,
                () -> tables.flowMembers(question, answer, onPage, pages, address),
                false,
                Parameters.nextPage(address, page, size, found.distinct()));
    }

    /** Reads what every call begins with: the unit, which must be one of those that have durations and flows, and the times. */
    private Call call(Parameters parameters, Function<Parameters, AskedTimes> timesOf) {
        var reader = new QuestionReader(counts, parameters);
        var movement = new MovementReader(parameters);
        var unit = reader.unit();
        movement.refuseOthersThan(MovementReader.UNITS, unit);
        return new Call(reader, movement, unit, timesOf.apply(parameters));
    }

    /** The beginning of a call, and the readers of the rest. */
    private record Call(QuestionReader reader, MovementReader movement, Unit unit, AskedTimes asked) {

        Question question() {
            return reader.question(unit, times());
        }

        Question ungrouped() {
            return reader.ungrouped(unit, times());
        }

        Map<String, Set<Object>> group() {
            return reader.group(unit);
        }

        private PointInTime times() {
            return new PointInTime(asked.asAt(), asked.knownAt());
        }
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
