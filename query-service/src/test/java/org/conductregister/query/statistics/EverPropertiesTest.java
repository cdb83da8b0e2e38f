package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.oracle.OracleDurations;
import org.conductregister.query.statistics.oracle.OracleUnits;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.view.RestartedStatistics;

/** Populations limited by what has ever been so, against an oracle that looks at the end of each day. */
class EverPropertiesTest {

    private static final int QUESTIONS = 10;
    private static final List<String> ASKED_OF = List.of(
            "force",
            "category",
            "tag",
            "workforce",
            "status",
            "stage",
            "misconduct",
            "criminal",
            "employment",
            "result",
            "outcome");

    private final List<RestartedStatistics> opened = new ArrayList<>();

    @AfterTry
    void close() {
        opened.forEach(RestartedStatistics::close);
        opened.clear();
    }

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.logs(45);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void countsAndMembersAreThoseOfWhichItHasEverBeenSo(
            @ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(log, random);
            var oracle = new OracleDurations(log, question.times().knownAt());
            var expected = expected(oracle, question);

            assertThat(statistics.count(question).groups().stream()
                            .collect(Collectors.toMap(Table.Group::values, Table.Group::count)))
                    .as("%s", question)
                    .isEqualTo(expected.stream()
                            .flatMap(unit -> OracleUnits.groups(unit, question.groupBy()).stream())
                            .collect(Collectors.groupingBy(group -> group, Collectors.counting())));
            assertThat(statistics.count(question).total()).isEqualTo(expected.size());
            var members = statistics.members(question, Listing.page(Map.of(), 0, 1000));
            assertThat(members.total()).as("%s", question).isEqualTo(expected.size());
            assertThat(members.members()).hasSize(expected.size());
            var day = question.times().asAt();
            assertThat(statistics
                            .series(question, List.of(day))
                            .points()
                            .getFirst()
                            .groups())
                    .isEqualTo(statistics.count(question).groups());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void durationsAndFlowsAreOfThese(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        var measure = new Measure(Moment.REPORTED, Moment.CLOSED, Clock.CALENDAR, Suspension.INCLUDED, null);
        for (int i = 0; i < QUESTIONS; i++) {
            var asked = question(log, random);
            var unit = random.nextBoolean() ? Unit.CASES : Unit.ALLEGATIONS;
            var question = new Question(unit, asked.population(), List.of(), asked.times());
            var oracle = new OracleDurations(log, question.times().knownAt());
            var asAt = question.times().asAt();
            long expected = expected(oracle, question).size();

            var durations = statistics.durations(question, measure).groups();
            assertThat(durations.stream()
                            .mapToLong(group ->
                                    group.ended().count() + group.open().count())
                            .sum())
                    .as("%s", question)
                    .isEqualTo(expected);
            var flows = statistics.flows(question, LocalDate.of(2000, 1, 1), List.of(asAt));
            assertThat(flows.periods().getFirst().groups().stream()
                            .mapToLong(Flows.Group::received)
                            .sum())
                    .as("%s", question)
                    .isEqualTo(expected);
        }
    }

    private static List<Map<String, Object>> expected(OracleDurations oracle, Question question) {
        var asAt = question.times().asAt();
        var population = question.population();
        return oracle.at(asAt).units(question.unit(), population.withoutPast()).stream()
                .filter(unit -> population.ever().entrySet().stream()
                        .allMatch(one -> looked(oracle, question, (String) unit.get("member")).stream()
                                .anyMatch(
                                        allegation -> everWas(oracle, allegation, one.getKey(), one.getValue(), asAt))))
                .toList();
    }

    /** The allegations whose past counts for a member. */
    private static Set<String> looked(OracleDurations oracle, Question question, String member) {
        var asAt = question.times().asAt();
        return switch (question.unit()) {
            case CASES ->
                oracle.at(asAt).units(Unit.ALLEGATIONS, Population.EVERYTHING).stream()
                        .map(one -> (String) one.get("member"))
                        .filter(one -> one.startsWith(member + "/"))
                        .collect(Collectors.toSet());
            case OFFICERS ->
                oracle.at(asAt).units(Unit.ALLEGATIONS, question.population().withoutPast()).stream()
                        .map(one -> (String) one.get("member"))
                        .filter(one -> member.equals(oracle.at(asAt).allegationOf(one).officer))
                        .collect(Collectors.toSet());
            default -> new HashSet<>(Set.of(member));
        };
    }

    private static boolean everWas(
            OracleDurations oracle, String allegation, String dimension, Set<Object> values, LocalDate asAt) {
        for (var day = OracleDurations.FIRST; !day.isAfter(asAt); day = day.plusDays(1)) {
            var is = oracle.is(Unit.ALLEGATIONS, allegation, day);
            if (is != null && had(is.get(dimension), values)) {
                return true;
            }
        }
        return false;
    }

    private static boolean had(Object value, Set<Object> values) {
        return value instanceof List<?> several ? several.stream().anyMatch(values::contains) : values.contains(value);
    }

    private static Question question(List<RecordedEntry> log, Random random) {
        var times = new PointInTime(
                RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS + 6) - 1),
                RandomRegister.BEGINNING.plusMillis(random.nextInt(1000 * log.size() + 1000)));
        var units = List.of(Unit.ALLEGATIONS, Unit.CASES, Unit.OFFICERS);
        var plain = new RandomQuestions(random).of(units.get(random.nextInt(3)), times);
        var seen = new HashMap<String, Set<Object>>();
        var oracle = new OracleDurations(log, times.knownAt());
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            var dimension = ASKED_OF.get(random.nextInt(ASKED_OF.size()));
            var day = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS));
            var some = oracle.at(day).units(Unit.ALLEGATIONS, Population.EVERYTHING);
            var value = some.isEmpty()
                    ? "NONE"
                    : some.get(random.nextInt(some.size())).get(dimension);
            seen.put(dimension, Set.of(value instanceof List<?> several ? several.getFirst() : value));
        }
        var population = plain.population();
        var limited = new Population(population.words(), population.reported(), population.referred(), seen);
        return new Question(plain.unit(), limited, plain.groupBy(), times);
    }

    private RestartedStatistics statisticsOf(List<RecordedEntry> log, Random random) {
        var statistics = new RestartedStatistics(random);
        opened.add(statistics);
        for (var entry : log) {
            statistics.apply(entry);
            if (random.nextInt(3) == 0) {
                statistics.commit(entry.position(), entry.recordedAt());
            }
        }
        statistics.commit(log.getLast().position(), log.getLast().recordedAt());
        return statistics;
    }
}
