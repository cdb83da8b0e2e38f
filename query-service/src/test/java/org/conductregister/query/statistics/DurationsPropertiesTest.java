package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.statistics.Statistics;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.Correction;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.oracle.OracleDurations;
import org.conductregister.query.statistics.oracle.OracleDurations.Took;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.view.RestartedStatistics;
import org.jspecify.annotations.Nullable;

/** Durations of random registers, late, corrected, reopened and suspended, against an oracle that counts days one by one. */
class DurationsPropertiesTest {

    private static final int QUESTIONS = 10;
    private static final double TINY = 1e-9;

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

    @Provide
    Arbitrary<List<RecordedEntry>> correctedLogs() {
        return RandomRegister.correctedLogs(60);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void everyDurationOfAMuchCorrectedRegisterEqualsTheOracle(
            @ForAll("correctedLogs") List<RecordedEntry> log, @ForAll Random random) {
        everyDurationEqualsTheOracle(log, random);
    }

    /** Else the property above would show nothing. */
    @Property(edgeCases = EdgeCasesMode.NONE, tries = 200)
    void muchCorrectedRegistersHaveDuplicatesAndCorrections(@ForAll("correctedLogs") List<RecordedEntry> log) {
        Statistics.label("kinds of correction")
                .collect(log.stream()
                        .map(entry -> entry.entry().fact())
                        .filter(Correction.class::isInstance)
                        .map(fact -> fact.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
        Statistics.label("kinds of correction").coverage(coverage -> {
            for (var kind : Correction.class.getPermittedSubclasses()) {
                for (var each : kind.getPermittedSubclasses()) {
                    coverage.checkQuery((List<?> seen) -> ((Set<?>) seen.getFirst()).contains(each.getSimpleName()))
                            .percentage(share -> share > 40);
                }
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void everyDurationEqualsTheOracle(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(log, random);
            var measure = measure(question.unit(), random);

            var durations = statistics.durations(question, measure);

            var expected = new OracleDurations(log, question.times().knownAt()).durations(question, measure);
            assertThat(durations.groups().stream().map(Durations.Group::values))
                    .as("%s %s", question, measure)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet())
                    .isSortedAccordingTo(CellLayout.ORDER);
            for (var group : durations.groups()) {
                assertEqual(group, expected.get(group.values()), measure.over(), question + " " + measure);
            }
        }
    }

    private static void assertEqual(
            Durations.Group group, List<Took> expected, @Nullable Integer over, String question) {
        var ended = days(expected, "ended");
        var open = days(expected, "open");
        assertThat(group.ended().count()).as(question).isEqualTo(ended.size());
        assertThat(group.open().count()).as(question).isEqualTo(open.size());
        assertThat(group.leftOut())
                .as(question)
                .isEqualTo(days(expected, "leftOut").size());
        assertEqual(
                group.ended().mean(),
                ended,
                ended.stream().mapToInt(days -> days).average().orElse(0),
                question);
        assertEqual(group.ended().median(), ended, quantile(ended, 0.5), question);
        assertEqual(group.ended().p25(), ended, quantile(ended, 0.25), question);
        assertEqual(group.ended().p75(), ended, quantile(ended, 0.75), question);
        assertEqual(group.ended().p90(), ended, quantile(ended, 0.9), question);
        assertEqual(group.open().median(), open, quantile(open, 0.5), question);
        assertEqual(group.ended().shareOver(), over == null ? List.of() : ended, shareOver(ended, over), question);
        assertEqual(group.open().shareOver(), over == null ? List.of() : open, shareOver(open, over), question);
    }

    private static List<Integer> days(List<Took> all, String how) {
        return all.stream()
                .filter(took -> took.how().equals(how))
                .map(Took::days)
                .toList();
    }

    private static double quantile(List<Integer> days, double share) {
        return days.isEmpty() ? 0 : OracleDurations.quantile(days, share);
    }

    private static double shareOver(List<Integer> days, @Nullable Integer over) {
        return over == null || days.isEmpty()
                ? 0
                : (double) days.stream().filter(each -> each > over).count() / days.size();
    }

    /** Null where it is of nothing. */
    private static void assertEqual(@Nullable Double actual, List<Integer> of, double expected, String question) {
        if (of.isEmpty()) {
            assertThat(actual).as(question).isNull();
        } else {
            assertThat(actual).as(question).isCloseTo(expected, within(TINY));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void membersAreThoseMeasuredTheLongestFirst(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(log, random);
            var measure = measure(question.unit(), random);
            var part = Part.values()[random.nextInt(Part.values().length)];
            boolean onlyOver = random.nextBoolean();
            var oracle = new OracleDurations(log, question.times().knownAt());
            var asAt = question.times().asAt();
            var expected = oracle.at(asAt).units(question.unit(), question.population()).stream()
                    .map(unit -> (String) unit.get("member"))
                    .filter(member ->
                            isIn(oracle.took(question.unit(), member, measure, asAt), part, onlyOver, measure))
                    .collect(Collectors.toMap(
                            member -> member,
                            member -> oracle.took(question.unit(), member, measure, asAt)
                                    .days()));

            var listed = statistics.durationMembers(question, measure, part, onlyOver, Listing.page(Map.of(), 0, 1000));

            assertThat(listed.total()).isEqualTo(expected.size());
            assertThat(listed.members().stream()
                            .collect(Collectors.toMap(
                                    timed -> timed.member().part() == null
                                            ? timed.member().record()
                                            : timed.member().record() + "/"
                                                    + timed.member().part(),
                                    timed -> timed.days() == null ? 0 : timed.days())))
                    .as("%s %s %s", question, measure, part)
                    .isEqualTo(expected);
            assertThat(listed.members().stream().map(timed -> timed.days() == null ? 0 : -timed.days()))
                    .isSorted();
        }
    }

    private static boolean isIn(@Nullable Took took, Part part, boolean onlyOver, Measure measure) {
        if (took == null) {
            return false;
        }
        var how = switch (part) {
            case ENDED -> "ended";
            case OPEN -> "open";
            case LEFT_OUT -> "leftOut";
        };
        boolean over = measure.over() == null || took.days() > measure.over();
        return took.how().equals(how) && (part == Part.LEFT_OUT || !onlyOver || over);
    }

    private static Question question(List<RecordedEntry> log, Random random) {
        var times = new PointInTime(
                RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS + 10) - 1),
                RandomRegister.BEGINNING.plusMillis(random.nextInt(1000 * log.size() + 1000)));
        var questions = new RandomQuestions(random);
        var unit = random.nextInt(3) == 0 ? Unit.CASES : Unit.ALLEGATIONS;
        return questions.of(unit, times);
    }

    private static Measure measure(Unit unit, Random random) {
        while (true) {
            var from = Moment.values()[random.nextInt(Moment.values().length)];
            var to = Moment.values()[random.nextInt(Moment.values().length)];
            if (random.nextInt(3) == 0) {
                from = Moment.REPORTED;
                to = Moment.CLOSED;
            }
            if (from != to && Moment.STARTS.contains(from) && Moment.ENDS.contains(to) && to.appliesTo(unit)) {
                return new Measure(
                        from,
                        to,
                        random.nextBoolean() ? Clock.CALENDAR : Clock.WORKING,
                        random.nextBoolean() ? Suspension.INCLUDED : Suspension.EXCLUDED,
                        random.nextInt(4) == 0 ? null : random.nextInt(8));
            }
        }
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
