package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.change.ChangeEngine.Change;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.oracle.OracleUnits;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.view.RestartedStatistics;

/** The units of random registers that count otherwise at a later instant, against an oracle that describes all at both. */
class ChangesPropertiesTest {

    private static final int QUESTIONS = 10;

    private final List<RestartedStatistics> opened = new ArrayList<>();

    @AfterTry
    void close() {
        opened.forEach(RestartedStatistics::close);
        opened.clear();
    }

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.correctedLogs(50);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void thoseThatDifferAreThoseOfTheOracle(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < QUESTIONS; i++) {
            var earlier = RandomRegister.BEGINNING.plusMillis(random.nextInt(1000 * log.size() + 1000));
            var later = earlier.plusMillis(random.nextInt(1000 * log.size() + 1000));
            var asAt = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS + 6) - 1);
            var question = new RandomQuestions(random).at(new PointInTime(asAt, earlier));
            var changes = new ArrayList<Change>();

            statistics.changes(question, later, changes::add);

            var before = described(new OracleUnits(log, asAt, earlier), question);
            var after = described(new OracleUnits(log, asAt, later), question);
            var expected = new TreeSet<String>();
            for (var name : union(before, after)) {
                if (!Objects.equals(before.get(name), after.get(name))) {
                    expected.add(name);
                }
            }
            assertThat(changes.stream().map(change -> name(question.unit(), change.member())))
                    .as("%s later %s", question, later)
                    .containsExactlyInAnyOrderElementsOf(expected);
            for (var change : changes) {
                var name = name(question.unit(), change.member());
                assertThat(groups(change.before())).isEqualTo(before.get(name));
                assertThat(groups(change.after())).isEqualTo(after.get(name));
                assertThat(change.positions())
                        .isSorted()
                        .allSatisfy(position -> assertThat(
                                        log.get((int) (position - 1)).recordedAt())
                                .isAfter(earlier)
                                .isBeforeOrEqualTo(later));
            }
        }
    }

    /** Units that count otherwise although no entry moved them do so because results are read by another list. */
    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void whereNoListPlaysAPartSomeEntryIsNamed(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (var groupBy : List.of(List.of("force"), List.of("status"), List.<String>of())) {
            for (var unit : List.of(Unit.ALLEGATIONS, Unit.CASES, Unit.OFFICERS)) {
                var earlier = RandomRegister.BEGINNING.plusMillis(random.nextInt(1000 * log.size() + 1000));
                var asAt = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS));
                var question = new Question(unit, Population.EVERYTHING, groupBy, new PointInTime(asAt, earlier));

                statistics.changes(
                        question,
                        log.getLast().recordedAt(),
                        change -> assertThat(change.positions()).isNotEmpty());
            }
        }
    }

    private static TreeSet<String> union(Map<String, ?> one, Map<String, ?> other) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static Map<String, List<List<Object>>> described(OracleUnits units, Question question) {
        var described = new HashMap<String, List<List<Object>>>();
        for (var unit : units.units(question.unit(), question.population())) {
            described.put((String) unit.get("member"), OracleUnits.groups(unit, question.groupBy()));
        }
        return described;
    }

    private static List<List<Object>> groups(List<Object> values) {
        return values == null ? null : HeldValues.groups(values);
    }

    private static String name(Unit unit, Member member) {
        if (unit == Unit.OFFICERS) {
            return member.officerId();
        }
        return member.part() == null ? member.record() : member.record() + "/" + member.part();
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
