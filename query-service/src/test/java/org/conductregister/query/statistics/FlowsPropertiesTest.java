package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.Flows.Group;
import org.conductregister.query.statistics.oracle.OracleDurations;
import org.conductregister.query.statistics.oracle.OracleUnits;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.view.RestartedStatistics;

/** Flows of random registers against an oracle that compares the ends of days one by one. */
class FlowsPropertiesTest {

    private static final int QUESTIONS = 10;

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
    void everyFlowEqualsTheOracle(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(log, random);
            var from = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS) - 2);
            var ends = endsAfter(from, random);

            var flows = statistics.flows(question, from, ends);

            var oracle = new OracleDurations(log, question.times().knownAt());
            assertThat(flows.periods().stream().map(Flows.Period::to)).containsExactlyElementsOf(ends);
            var first = from;
            for (var period : flows.periods()) {
                assertThat(period.from()).isEqualTo(first);
                assertThat(period.groups())
                        .as("%s from %s to %s", question, period.from(), period.to())
                        .containsExactlyInAnyOrderElementsOf(expected(oracle, question, period.from(), period.to()))
                        .allSatisfy(group -> assertThat(
                                        group.start() + group.received() + group.reopened() - group.closed())
                                .isEqualTo(group.end()));
                assertThat(period.groups().stream().map(Group::values)).isSortedAccordingTo(CellLayout.ORDER);
                first = period.to().plusDays(1);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void eachNumberHasItsMembers(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(log, random);
            var from = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS) - 2);
            var to = from.plusDays(random.nextInt(RandomRegister.DAYS));
            for (var group : statistics
                    .flows(question, from, List.of(to))
                    .periods()
                    .getFirst()
                    .groups()) {
                var values = new HashMap<String, Set<Object>>();
                for (int d = 0; d < question.groupBy().size(); d++) {
                    values.put(question.groupBy().get(d), Set.of(group.values().get(d)));
                }
                for (var flow : Flow.values()) {
                    var members = statistics.flowMembers(question, from, to, flow, Listing.page(values, 0, 1000));

                    assertThat(members.total()).as("%s %s", question, flow).isEqualTo(numberOf(group, flow));
                    assertThat(members.distinct()).isEqualTo(members.members().size());
                    assertThat(members.members().stream()
                                    .mapToInt(FlowMembers.Moved::times)
                                    .sum())
                            .isEqualTo((int) members.total());
                }
            }
        }
    }

    private static long numberOf(Group group, Flow flow) {
        return switch (flow) {
            case START -> group.start();
            case RECEIVED -> group.received();
            case CLOSED -> group.closed();
            case REOPENED -> group.reopened();
            case END -> group.end();
        };
    }

    private static List<Group> expected(OracleDurations oracle, Question question, LocalDate from, LocalDate to) {
        Map<List<Object>, long[]> sums = new HashMap<>();
        for (var unit : oracle.at(to).units(question.unit(), question.population())) {
            var ofUnit = new long[5];
            var before = oracle.is(question.unit(), (String) unit.get("member"), from.minusDays(1));
            ofUnit[0] += isPending(before) ? 1 : 0;
            for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
                var is = oracle.is(question.unit(), (String) unit.get("member"), day);
                if (is != null && before == null) {
                    ofUnit[1]++;
                    ofUnit[2] += isPending(is) ? 0 : 1;
                } else if (is != null) {
                    ofUnit[2] += isPending(before) && !isPending(is) ? 1 : 0;
                    ofUnit[3] += !isPending(before) && isPending(is) ? 1 : 0;
                }
                before = is;
            }
            ofUnit[4] += isPending(before) ? 1 : 0;
            for (var values : OracleUnits.groups(unit, question.groupBy())) {
                var sum = sums.computeIfAbsent(values, key -> new long[5]);
                Arrays.setAll(sum, i -> sum[i] + ofUnit[i]);
            }
        }
        return sums.entrySet().stream()
                .map(one -> new Group(
                        one.getKey(),
                        one.getValue()[0],
                        one.getValue()[1],
                        one.getValue()[2],
                        one.getValue()[3],
                        one.getValue()[4]))
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toList());
    }

    private static boolean isPending(Map<String, Object> is) {
        return is != null && is.get("status").equals("PENDING");
    }

    private static List<LocalDate> endsAfter(LocalDate from, Random random) {
        var ends = new ArrayList<LocalDate>();
        var end = from.minusDays(1);
        int periods = 1 + random.nextInt(4);
        for (int i = 0; i < periods; i++) {
            end = end.plusDays(1 + random.nextInt(5));
            ends.add(end);
        }
        return ends;
    }

    private static Question question(List<RecordedEntry> log, Random random) {
        var times = new PointInTime(
                LocalDate.MIN, RandomRegister.BEGINNING.plusMillis(random.nextInt(1000 * log.size() + 1000)));
        return new RandomQuestions(random).of(random.nextBoolean() ? Unit.CASES : Unit.ALLEGATIONS, times);
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
