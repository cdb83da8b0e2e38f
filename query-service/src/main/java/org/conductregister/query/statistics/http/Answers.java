package org.conductregister.query.statistics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.rates.Rates;
import org.conductregister.query.statistics.tables.MemberReferences;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers. Groups are objects of their dimensions' values and a count. */
final class Answers {

    private Answers() {}

    /** @param overlapping the dimensions of which one unit can have several values, so that groups add up to more than the total */
    record TableAnswer(
            String unit,
            LocalDate asAt,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> overlapping,
            long total,
            List<Map<String, Object>> groups) {

        static TableAnswer of(Question question, Table table, Rates rates) {
            return new TableAnswer(
                    question.unit().word(),
                    question.times().asAt(),
                    question.times().knownAt(),
                    table.position(),
                    question.population().asParameters(),
                    definitionsOf(question, rates),
                    Dimensions.overlapping(question.unit(), question.groupBy()),
                    table.total(),
                    groupsOf(
                            question.groupBy(),
                            table.groups(),
                            rates,
                            question.times().asAt()));
        }
    }

    /** @param overlapping as of {@link TableAnswer} */
    record SeriesAnswer(
            String unit,
            LocalDate from,
            LocalDate to,
            SeriesStep step,
            @Nullable String yearStart,
            boolean anchored,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> overlapping,
            List<Point> points) {

        record Point(LocalDate asAt, List<Map<String, Object>> groups) {}

        static SeriesAnswer of(
                Question question, LocalDate from, LocalDate to, Periods periods, Series series, Rates rates) {
            var points = series.points().stream()
                    .map(point ->
                            new Point(point.asAt(), groupsOf(question.groupBy(), point.groups(), rates, point.asAt())))
                    .toList();
            return new SeriesAnswer(
                    question.unit().word(),
                    from,
                    to,
                    periods.step(),
                    periods.yearStartInWords(),
                    periods.anchored(),
                    question.times().knownAt(),
                    series.position(),
                    question.population().asParameters(),
                    definitionsOf(question, rates),
                    Dimensions.overlapping(question.unit(), question.groupBy()),
                    points);
        }
    }

    /** @param difference of every group that either table has: its counts, and the second less the first */
    record Comparison(TableAnswer first, TableAnswer second, List<Map<String, Object>> difference) {

        static Comparison of(
                Question question, Table first, Rates rates, Question other, Table second, Rates otherRates) {
            return new Comparison(
                    TableAnswer.of(question, first, rates),
                    TableAnswer.of(other, second, otherRates),
                    differenceOf(question.groupBy(), first, second));
        }
    }

    record MembersAnswer(
            String unit,
            LocalDate asAt,
            Instant knownAt,
            long position,
            Map<String, Object> population,
            Map<String, String> definitions,
            long total,
            int page,
            int size,
            List<MemberAnswer> members) {}

    /** One unit: what names it, and the value of each of its dimensions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberAnswer(
            @Nullable String caseId,
            @Nullable String reference,
            @Nullable String allegationId,
            @Nullable String officerId,
            @Nullable LocalDate referredOn,
            @Nullable String recommendationId,
            @Nullable String force,
            Map<String, Object> values) {

        /** @param references of cases that have one, by the case's id */
        static MemberAnswer of(Unit unit, Member member, Map<String, String> references) {
            var caseId = MemberReferences.areOf(unit) ? member.record() : null;
            return new MemberAnswer(
                    caseId,
                    caseId == null ? null : references.get(caseId),
                    unit == Unit.ALLEGATIONS ? member.part() : null,
                    unit == Unit.ALLEGATIONS || unit == Unit.OFFICERS ? member.officerId() : null,
                    unit == Unit.REFERRALS ? member.referredOn() : null,
                    unit == Unit.RESPONSES ? member.record() : null,
                    unit == Unit.RESPONSES ? member.part() : null,
                    member.values());
        }
    }

    private static Map<String, String> definitionsOf(Question question, Rates rates) {
        return withRates(Definitions.of(question), rates, "rate");
    }

    /** @param term of the definition of the rates, of which there is one where they are given */
    static Map<String, String> withRates(Map<String, String> definitions, Rates rates, String term) {
        if (rates.areGiven()) {
            definitions.put("rate", Objects.requireNonNull(DefinitionTexts.ALL.get(term)));
        }
        return definitions;
    }

    private static List<Map<String, Object>> groupsOf(
            List<String> dimensions, List<Group> groups, Rates rates, LocalDate asAt) {
        return groups.stream()
                .map(group -> {
                    var object = object(dimensions, group.values());
                    object.put("count", group.count());
                    rates.addTo(object, group.count(), asAt);
                    return object;
                })
                .toList();
    }

    private static List<Map<String, Object>> differenceOf(List<String> dimensions, Table first, Table second) {
        Map<List<Object>, long[]> counts = new TreeMap<>(Answers::inOrder);
        first.groups()
                .forEach(group -> counts.computeIfAbsent(group.values(), values -> new long[2])[0] = group.count());
        second.groups()
                .forEach(group -> counts.computeIfAbsent(group.values(), values -> new long[2])[1] = group.count());
        var difference = new ArrayList<Map<String, Object>>(counts.size());
        counts.forEach((values, count) -> {
            var object = object(dimensions, values);
            object.put("count", count[0]);
            object.put("count2", count[1]);
            object.put("difference", count[1] - count[0]);
            difference.add(object);
        });
        return difference;
    }

    private static int inOrder(List<Object> a, List<Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = Dimension.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The values of dimensions, by their names. */
    static Map<String, Object> object(List<String> dimensions, List<Object> values) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < dimensions.size(); i++) {
            object.put(dimensions.get(i), values.get(i));
        }
        return object;
    }
}
