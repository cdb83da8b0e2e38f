package org.conductregister.query.statistics.http;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.DurationMembers.Timed;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.FlowMembers.Moved;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.Answers.Comparison;
import org.conductregister.query.statistics.http.Answers.SeriesAnswer;
import org.conductregister.query.statistics.http.Answers.TableAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.DurationMembersAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.DurationsAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.FlowMembersAnswer;
import org.conductregister.query.statistics.http.MovementAnswers.FlowsAnswer;
import org.conductregister.query.statistics.tables.Figure;
import org.conductregister.query.statistics.tables.Layout;
import org.conductregister.query.statistics.tables.MemberReferences;
import org.conductregister.query.statistics.tables.MemberTables;
import org.conductregister.query.statistics.tables.MemberTables.Listed;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.statistics.tables.Subject;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.Column.Kind;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.Symbol;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers of the API as tables, figure for figure. Safe for use by several threads. */
@Component
class AnswerTables {

    private static final Figure COUNT = Figure.whole("count", "Count");
    /** With the rates per 1,000 staff, of groups whose headcount is known. */
    private static final List<Figure> RATES = List.of(
            COUNT,
            ifKnown("headcount", "Headcount", Kind.WHOLE_NUMBER),
            ifKnown("rate", "Rate per 1,000 staff", Kind.DECIMAL));

    private static final List<Figure> COMPARED = List.of(
            COUNT, Figure.whole("count2", "Second count"), Figure.whole("difference", "Second count less the first"));

    private static final List<Figure> RATES_COMPARED = List.of(
            ifKnown("rate", "Rate per 1,000 staff", Kind.DECIMAL),
            ifKnown("rate2", "Second rate per 1,000 staff", Kind.DECIMAL));

    private static final List<Figure> FLOWS = List.of(
            Figure.whole("start", "Pending at the start"),
            Figure.whole("received", "Received"),
            Figure.whole("closed", "Closed"),
            Figure.whole("reopened", "Reopened"),
            Figure.whole("end", "Pending at the end"));

    private static final List<Figure> RATED_FLOWS = Stream.concat(
                    FLOWS.stream(),
                    Stream.of(
                            ifKnown("headcount", "Headcount", Kind.WHOLE_NUMBER),
                            ifKnown("rate", "Received per 1,000 staff", Kind.DECIMAL)))
            .toList();

    private static final List<Column> DAYS = List.of(new Column("days", "Days", Kind.WHOLE_NUMBER));
    private static final List<Column> TIMES = List.of(new Column("times", "Times", Kind.WHOLE_NUMBER));
    private static final Map<Flow, String> FLOW_WORDS = Map.of(
            Flow.START,
            "pending at the start",
            Flow.RECEIVED,
            "received",
            Flow.CLOSED,
            "closed",
            Flow.REOPENED,
            "reopened",
            Flow.END,
            "pending at the end");

    private final StatisticsEngine engine;
    private final VisibleMembers visible;
    private final StatisticsTables tables;
    private final MemberTables members;
    private final MemberReferences references;

    AnswerTables(
            StatisticsEngine engine,
            VisibleMembers visible,
            StatisticsTables tables,
            MemberTables members,
            MemberReferences references) {
        this.engine = engine;
        this.visible = visible;
        this.tables = tables;
        this.members = members;
        this.references = references;
    }

    private static Figure ifKnown(String name, String title, Kind kind) {
        return new Figure(
                new Column(name, title, kind),
                group -> group.get(name) == null ? Symbol.NOT_AVAILABLE : group.get(name));
    }

    /** @param rated whether rates are asked for, which totals do not have */
    DataTable count(Question question, TableAnswer answer, Layout layout, boolean rated, String address) {
        var figures = rated ? RATES : List.of(COUNT);
        var times = tables.times(answer.asAt(), answer.knownAt());
        var subject = subject(question, measured("", rated), times, answer.definitions(), address);
        var groups = question.groupBy().isEmpty() && answer.groups().isEmpty()
                ? List.of(Map.<String, Object>of("count", answer.total()))
                : answer.groups();
        if (layout.isPlain()) {
            return tables.of(subject, List.of(), figures, groups);
        }
        var all = new ArrayList<>(groups);
        if (layout.totals() && !question.groupBy().isEmpty()) {
            all.addAll(totals(question, layout));
        }
        var table = tables.of(subject, List.of(), figures, all);
        return layout.columns() == null ? table : tables.crossed(table, question.unit(), layout.columns());
    }

    /** Counted, not added up: of some dimensions a member may have several values. */
    private List<Map<String, Object>> totals(Question question, Layout layout) {
        var rows = question.groupBy().stream()
                .filter(name -> !name.equals(layout.columns()))
                .toList();
        var totals = new ArrayList<Map<String, Object>>();
        if (layout.columns() != null && !rows.isEmpty()) {
            totals.addAll(counts(question, rows));
            totals.addAll(counts(question, List.of(layout.columns())));
        }
        var total = counts(question, List.of());
        totals.addAll(total.isEmpty() ? List.of(group(question, List.of(), List.of(), 0)) : total);
        return totals;
    }

    private List<Map<String, Object>> counts(Question question, List<String> groupBy) {
        var asked = new Question(question.unit(), question.population(), groupBy, question.times());
        return engine.count(asked).groups().stream()
                .map(group -> group(question, groupBy, group.values(), group.count()))
                .toList();
    }

    private static Map<String, Object> group(Question question, List<String> groupBy, List<Object> values, long count) {
        var group = new LinkedHashMap<String, Object>();
        for (var name : question.groupBy()) {
            int at = groupBy.indexOf(name);
            group.put(name, at < 0 ? StatisticsTables.TOTAL : values.get(at));
        }
        group.put("count", count);
        return group;
    }

    private static Subject subject(
            Question question, String measured, String times, Map<String, String> definitions, String address) {
        return new Subject(
                question.unit(), measured, question.groupBy(), question.population(), times, definitions, address);
    }

    DataTable series(Question question, SeriesAnswer answer, boolean rated, String address) {
        var groups = new ArrayList<Map<String, Object>>();
        for (var point : answer.points()) {
            var ofPoint = point.groups().isEmpty() && question.groupBy().isEmpty()
                    ? List.of(Map.<String, Object>of("count", 0L))
                    : point.groups();
            ofPoint.forEach(group -> groups.add(with(group, Map.of("asAt", point.asAt()))));
        }
        var times = tables.times(answer.from(), answer.to(), answer.knownAt());
        var subject =
                subject(question, measured("at the end of each period", rated), times, answer.definitions(), address);
        return tables.of(subject, List.of(Figure.day("asAt", "As at")), rated ? RATES : List.of(COUNT), groups);
    }

    private static Map<String, Object> with(Map<String, Object> group, Map<String, Object> more) {
        var all = new LinkedHashMap<>(more);
        all.putAll(group);
        return all;
    }

    DataTable compare(Question question, Comparison answer, boolean rated, String address) {
        var first = answer.first();
        var second = answer.second();
        var times = "Count: %s; second count: %s"
                .formatted(
                        small(tables.times(first.asAt(), first.knownAt())),
                        small(tables.times(second.asAt(), second.knownAt())));
        var groups = question.groupBy().isEmpty()
                ? List.of(Map.<String, Object>of(
                        "count", first.total(), "count2", second.total(), "difference", second.total() - first.total()))
                : answer.difference();
        var subject = subject(question, measured("two counts compared", rated), times, first.definitions(), address);
        if (!rated) {
            return tables.of(subject, List.of(), COMPARED, groups);
        }
        var rates = new HashMap<List<Object>, Map<String, Object>>();
        addRates(question, first, "rate", rates);
        addRates(question, second, "rate2", rates);
        var all = groups.stream()
                .map(group -> with(rates.getOrDefault(values(question, group), Map.of()), group))
                .toList();
        return tables.of(
                subject,
                List.of(),
                Stream.concat(COMPARED.stream(), RATES_COMPARED.stream()).toList(),
                all);
    }

    private static void addRates(
            Question question, TableAnswer answer, String name, Map<List<Object>, Map<String, Object>> rates) {
        for (var group : answer.groups()) {
            var rate = group.get("rate");
            if (rate != null) {
                rates.computeIfAbsent(values(question, group), values -> new HashMap<>())
                        .put(name, rate);
            }
        }
    }

    private static List<Object> values(Question question, Map<String, Object> group) {
        return question.groupBy().stream()
                .map(name -> requireNonNull(group.get(name)))
                .toList();
    }

    private static String small(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.UK) + sentence.substring(1);
    }

    /** @param page the members of one page; null for all, which are then read while they are written */
    DataTable members(
            Question question,
            Map<String, Set<Object>> group,
            long total,
            @Nullable List<Member> page,
            String address) {
        var times = tables.times(question.times().asAt(), question.times().knownAt());
        var subject = subject(question, "which they are", times, Definitions.of(question), address);
        return page == null
                ? members.of(
                        subject,
                        List.of(),
                        total,
                        (offset, limit) -> listed(
                                question,
                                visible.members(question, Listing.page(group, offset, limit))
                                        .members()))
                : members.of(subject, List.of(), listed(question, page));
    }

    private List<Listed> listed(Question question, List<Member> members) {
        return listed(question.unit(), members, question.times(), member -> member, member -> List.of());
    }

    private <T> List<Listed> listed(
            Unit unit,
            List<T> found,
            PointInTime times,
            Function<T, Member> memberOf,
            Function<T, List<? extends @Nullable Object>> moreOf) {
        var named = references.of(unit, found.stream().map(memberOf).toList(), times);
        return found.stream()
                .map(each -> {
                    var member = memberOf.apply(each);
                    return new Listed(member, MemberReferences.of(member, named), moreOf.apply(each));
                })
                .toList();
    }

    /** All members of durations, or those of one page. */
    DataTable durationMembers(
            Question question,
            Measure measure,
            DurationMembersAnswer answer,
            @Nullable List<Timed> page,
            MemberTables.Pages pages,
            String address) {
        var times = tables.times(answer.asAt(), answer.knownAt());
        var subject =
                subject(question, "which took how many " + measured(measure), times, answer.definitions(), address);
        return page == null
                ? members.of(subject, DAYS, answer.total(), pages)
                : members.of(subject, DAYS, listedWithDays(question, page));
    }

    List<Listed> listedWithDays(Question question, List<Timed> members) {
        return listed(
                question.unit(),
                members,
                question.times(),
                Timed::member,
                timed -> Collections.singletonList(timed.days()));
    }

    /** All members of flows, or those of one page. */
    DataTable flowMembers(
            Question question,
            FlowMembersAnswer answer,
            @Nullable List<Moved> page,
            MemberTables.Pages pages,
            String address) {
        var times = tables.times(answer.from(), answer.to(), answer.knownAt());
        var subject =
                subject(question, "which were " + FLOW_WORDS.get(answer.flow()), times, answer.definitions(), address);
        return page == null
                ? members.of(subject, TIMES, answer.distinct(), pages)
                : members.of(subject, TIMES, listedWithTimes(question, answer.to(), page));
    }

    /** @param to the end of the period, as at which members are shown */
    List<Listed> listedWithTimes(Question question, LocalDate to, List<Moved> members) {
        var times = new PointInTime(to, question.times().knownAt());
        return listed(question.unit(), members, times, Moved::member, moved -> List.of(moved.times()));
    }

    DataTable durations(Question question, Measure measure, DurationsAnswer answer, String address) {
        var share = measure.over() == null ? "" : ", with the share over " + measure.over();
        var subject = subject(
                question,
                measured(measure) + share,
                tables.times(answer.asAt(), answer.knownAt()),
                answer.definitions(),
                address);
        return tables.of(subject, List.of(), DURATIONS, answer.groups());
    }

    /** Rates are named in the heading: a table of them is read by itself. */
    private static String measured(String counted, boolean rated) {
        if (!rated) {
            return counted;
        }
        return (counted.isEmpty() ? "how many" : counted) + ", with rates per 1,000 staff";
    }

    private static String measured(Measure measure) {
        return "%s days from %s to %s".formatted(word(measure.clock()), word(measure.from()), word(measure.to()))
                + (measure.suspension() == Measure.Suspension.EXCLUDED ? ", without suspension" : "");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.UK);
    }

    private static final List<Figure> DURATIONS = List.of(
            ended("count", "Ended", Kind.WHOLE_NUMBER, Durations.Ended::count),
            ended("mean", "Mean days", Kind.DECIMAL, Durations.Ended::mean),
            ended("median", "Median days", Kind.DECIMAL, Durations.Ended::median),
            ended("p25", "Lower quartile, days", Kind.DECIMAL, Durations.Ended::p25),
            ended("p75", "Upper quartile, days", Kind.DECIMAL, Durations.Ended::p75),
            ended("p90", "90th percentile, days", Kind.DECIMAL, Durations.Ended::p90),
            ended("shareOver", "Share over the limit", Kind.SHARE, Durations.Ended::shareOver),
            open("count", "Still open", Kind.WHOLE_NUMBER, Durations.Open::count),
            open("median", "Median age of those open, days", Kind.DECIMAL, Durations.Open::median),
            open("shareOver", "Share of those open over the limit", Kind.SHARE, Durations.Open::shareOver),
            Figure.whole("leftOut", "Left out"));

    private static Figure ended(String name, String title, Kind kind, Function<Durations.Ended, @Nullable Object> of) {
        return new Figure(
                new Column("ended." + name, title, kind),
                group -> orNone(of.apply((Durations.Ended) requireNonNull(group.get("ended")))));
    }

    private static Figure open(String name, String title, Kind kind, Function<Durations.Open, @Nullable Object> of) {
        return new Figure(
                new Column("open." + name, title, kind),
                group -> orNone(of.apply((Durations.Open) requireNonNull(group.get("open")))));
    }

    private static Object orNone(@Nullable Object number) {
        return number == null ? Symbol.NOT_APPLICABLE : number;
    }

    DataTable flows(Question question, FlowsAnswer answer, boolean rated, String address) {
        var groups = new ArrayList<Map<String, Object>>();
        answer.periods()
                .forEach(period -> period.groups()
                        .forEach(group -> groups.add(with(group, Map.of("from", period.from(), "to", period.to())))));
        var subject = subject(
                question,
                measured("what came and went", rated),
                tables.times(answer.from(), answer.to(), answer.knownAt()),
                answer.definitions(),
                address);
        return tables.of(
                subject,
                List.of(Figure.day("from", "From"), Figure.day("to", "To")),
                rated ? RATED_FLOWS : FLOWS,
                groups);
    }
}
