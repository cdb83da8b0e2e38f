package org.conductregister.query.statistics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.FlowMembers;
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.rates.Rates;
import org.conductregister.query.statistics.tables.MemberReferences;
import org.jspecify.annotations.Nullable;

/** The shapes of answers about durations and flows. Groups are objects of their dimensions' values and their numbers. */
final class MovementAnswers {

    private MovementAnswers() {}

    /** @param overlapping as of {@link Answers.TableAnswer} */
    record DurationsAnswer(
            String unit,
            LocalDate asAt,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            Moment from,
            Moment to,
            Clock clock,
            Suspension suspension,
            @Nullable Integer over,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> overlapping,
            List<Map<String, Object>> groups) {

        static DurationsAnswer of(Question question, Measure measure, Durations durations) {
            var groups = durations.groups().stream()
                    .map(group -> {
                        var object = Answers.object(question.groupBy(), group.values());
                        object.put("ended", group.ended());
                        object.put("open", group.open());
                        object.put("leftOut", group.leftOut());
                        return object;
                    })
                    .toList();
            return new DurationsAnswer(
                    question.unit().word(),
                    question.times().asAt(),
                    question.times().knownAt(),
                    durations.position(),
                    question.population().asParameters(),
                    MovementDefinitions.ofDurations(question, measure),
                    measure.from(),
                    measure.to(),
                    measure.clock(),
                    measure.suspension(),
                    measure.over(),
                    Dimensions.overlapping(question.unit(), question.groupBy()),
                    groups);
        }
    }

    record DurationMembersAnswer(
            String unit,
            LocalDate asAt,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            Moment from,
            Moment to,
            Clock clock,
            Suspension suspension,
            @Nullable Integer over,
            Part part,
            long total,
            int page,
            int size,
            List<TimedMember> members) {

        static DurationMembersAnswer of(
                Question question,
                Measure measure,
                Part part,
                int page,
                int size,
                DurationMembers found,
                Map<String, String> references) {
            return new DurationMembersAnswer(
                    question.unit().word(),
                    question.times().asAt(),
                    question.times().knownAt(),
                    found.position(),
                    question.population().asParameters(),
                    MovementDefinitions.ofDurationMembers(question, measure),
                    measure.from(),
                    measure.to(),
                    measure.clock(),
                    measure.suspension(),
                    measure.over(),
                    part,
                    found.total(),
                    page,
                    size,
                    found.members().stream()
                            .map(timed -> TimedMember.of(timed.member(), references, timed.days()))
                            .toList());
        }
    }

    /**
     * @param reference of the case, where it has one
     * @param days of the clock; absent where the unit is left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimedMember(
            @Nullable String caseId,
            @Nullable String reference,
            @Nullable String allegationId,
            @Nullable String officerId,
            @Nullable Integer days,
            Map<String, Object> values) {

        static TimedMember of(Member member, Map<String, String> references, @Nullable Integer days) {
            return new TimedMember(
                    member.record(),
                    MemberReferences.of(member, references),
                    member.part(),
                    member.officerId(),
                    days,
                    member.values());
        }
    }

    /** @param overlapping as of {@link Answers.TableAnswer} */
    record FlowsAnswer(
            String unit,
            LocalDate from,
            LocalDate to,
            SeriesStep step,
            @Nullable String yearStart,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> overlapping,
            List<FlowPeriod> periods) {

        record FlowPeriod(LocalDate from, LocalDate to, List<Map<String, Object>> groups) {}

        static FlowsAnswer of(
                Question question, LocalDate from, LocalDate to, Periods periods, Flows flows, Rates rates) {
            return new FlowsAnswer(
                    question.unit().word(),
                    from,
                    to,
                    periods.step(),
                    periods.yearStartInWords(),
                    question.times().knownAt(),
                    flows.position(),
                    question.population().asParameters(),
                    Answers.withRates(MovementDefinitions.ofFlows(question), rates, "flows.rate"),
                    Dimensions.overlapping(question.unit(), question.groupBy()),
                    flows.periods().stream()
                            .map(period -> new FlowPeriod(
                                    period.from(), period.to(), groups(question.groupBy(), period, rates)))
                            .toList());
        }

        private static List<Map<String, Object>> groups(List<String> dimensions, Flows.Period period, Rates rates) {
            return period.groups().stream()
                    .map(group -> {
                        var object = Answers.object(dimensions, group.values());
                        object.put("start", group.start());
                        object.put("received", group.received());
                        object.put("closed", group.closed());
                        object.put("reopened", group.reopened());
                        object.put("end", group.end());
                        rates.addTo(object, group.received(), period.to());
                        return object;
                    })
                    .toList();
        }
    }

    record FlowMembersAnswer(
            String unit,
            LocalDate from,
            LocalDate to,
            Flow flow,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            long total,
            long distinct,
            int page,
            int size,
            List<MovedMember> members) {

        static FlowMembersAnswer of(
                Question question,
                LocalDate from,
                LocalDate to,
                Flow flow,
                int page,
                int size,
                FlowMembers found,
                Map<String, String> references) {
            return new FlowMembersAnswer(
                    question.unit().word(),
                    from,
                    to,
                    flow,
                    question.times().knownAt(),
                    found.position(),
                    question.population().asParameters(),
                    MovementDefinitions.ofFlowMembers(question),
                    found.total(),
                    found.distinct(),
                    page,
                    size,
                    found.members().stream()
                            .map(moved -> MovedMember.of(moved.member(), references, moved.times()))
                            .toList());
        }
    }

    /**
     * @param reference of the case, where it has one
     * @param times how often it was closed or reopened in the period; else 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MovedMember(
            @Nullable String caseId,
            @Nullable String reference,
            @Nullable String allegationId,
            @Nullable String officerId,
            int times,
            Map<String, Object> values) {

        static MovedMember of(Member member, Map<String, String> references, int times) {
            return new MovedMember(
                    member.record(),
                    MemberReferences.of(member, references),
                    member.part(),
                    member.officerId(),
                    times,
                    member.values());
        }
    }
}
