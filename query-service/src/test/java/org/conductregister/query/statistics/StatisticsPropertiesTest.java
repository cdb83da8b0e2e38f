package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.oracle.Oracle;
import org.conductregister.query.statistics.oracle.OracleCase;
import org.conductregister.query.statistics.oracle.OracleUnits;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.view.RestartedStatistics;

/** Random facts, late, re-dated, retracted and reopened, against an oracle that looks at every entry for every question. */
class StatisticsPropertiesTest {

    private final List<RestartedStatistics> opened = new ArrayList<>();

    private RestartedStatistics open(RestartedStatistics statistics) {
        opened.add(statistics);
        return statistics;
    }

    @AfterTry
    void close() {
        opened.forEach(RestartedStatistics::close);
        opened.clear();
    }

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.logs(45);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 120)
    void everyCountEqualsTheOracle(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        var questions = new RandomQuestions(random);
        for (var knownAt : instantsOf(log)) {
            for (var asAt : days().toList()) {
                var question = questions.at(new PointInTime(asAt, knownAt));
                var units = new OracleUnits(log, asAt, knownAt);
                var count = statistics.count(question);
                assertThat(asMap(count))
                        .as("%s", question)
                        .isEqualTo(units.count(question.unit(), question.population(), question.groupBy()));
                assertThat(count.total())
                        .isEqualTo(units.units(question.unit(), question.population())
                                .size());
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void whatWasAnsweredHoldsForEver(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = open(new RestartedStatistics(random));
        var questions = new RandomQuestions(random);
        var answered = new HashMap<Question, Table>();
        for (int i = 0; i < log.size(); i++) {
            statistics.apply(log.get(i));
            if (endsItsCommit(log, i)) {
                statistics.commit(log.get(i).position(), log.get(i).recordedAt());
                var times = new PointInTime(dayOf(random), log.get(i).recordedAt());
                var question = questions.at(times);
                answered.put(question, statistics.count(question));
            }
        }

        answered.forEach((question, answer) ->
                assertThat(statistics.count(question)).as("%s", question).isEqualTo(answer));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void whatComesAgainChangesNothing(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var once = statisticsOf(log, random);
        var again = open(new RestartedStatistics(random));
        for (int i = 0; i < log.size(); i++) {
            again.apply(log.get(i));
            log.subList(random.nextInt(i + 1), i + 1).forEach(again::apply);
        }
        commit(log, again);
        assertSame(once, again, log, random);

        again.reset();
        assertThat(again.count(everything(Unit.CASES)).total()).isZero();
        log.forEach(again::apply);
        commit(log, again);
        assertSame(once, again, log, random);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void aSeriesIsTheCountsOneByOne(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        var days = days().filter(day -> random.nextBoolean()).toList();
        for (int i = 0; i < 10; i++) {
            var question = new RandomQuestions(random).at(new PointInTime(LocalDate.MIN, instantOf(log, random)));

            var series = statistics.series(question, days);

            assertThat(series.points().stream().map(Series.Point::asAt)).containsExactlyElementsOf(days);
            for (var point : series.points()) {
                assertThat(point.groups())
                        .as("%s as at %s", question, point.asAt())
                        .isEqualTo(statistics.count(at(question, point.asAt())).groups());
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void eachGroupHasAsManyMembersAsItCounts(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < 10; i++) {
            var knownAt = instantOf(log, random);
            var question = new RandomQuestions(random).at(new PointInTime(dayOf(random), knownAt));
            for (var group : statistics.count(question).groups()) {
                var values = new HashMap<String, Set<Object>>();
                for (int d = 0; d < question.groupBy().size(); d++) {
                    values.put(question.groupBy().get(d), Set.of(group.values().get(d)));
                }

                var members = statistics.members(question, Listing.page(values, 0, 1000));

                assertThat(members.total()).as("%s %s", question, group).isEqualTo(group.count());
                assertThat(members.members())
                        .hasSize((int) group.count())
                        .allSatisfy(member -> assertThat(OracleUnits.groups(member.values(), question.groupBy()))
                                .contains(group.values()));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void membersAreThoseOfTheOracle(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (int i = 0; i < 10; i++) {
            var times = new PointInTime(dayOf(random), instantOf(log, random));
            var question = new RandomQuestions(random).at(times);

            var members = statistics
                    .members(question, Listing.page(Map.of(), 0, 1000))
                    .members();

            assertThat(members.stream().map(StatisticsPropertiesTest::described).collect(Collectors.toSet()))
                    .as("%s", question)
                    .isEqualTo(Set.copyOf(new OracleUnits(log, times.asAt(), times.knownAt())
                            .units(question.unit(), question.population())));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void pagesOfMembersAreThePartsOfTheWhole(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        for (var unit : Unit.values()) {
            var question = everything(unit);
            var all = statistics
                    .members(question, Listing.page(Map.of(), 0, 1000))
                    .members();
            var paged = new ArrayList<Member>();
            for (int offset = 0; offset < all.size() + 2; offset += 2) {
                paged.addAll(statistics
                        .members(question, Listing.page(Map.of(), offset, 2))
                        .members());
            }
            assertThat(paged).isEqualTo(all);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void casesAreListedTheLatestFirstAndWithinADayByName(
            @ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = statisticsOf(log, random);
        var known = new Oracle(log, LocalDate.MAX, Instant.MAX);
        var expected = known.cases.values().stream()
                .filter(one -> !one.id.equals("C2"))
                .sorted(Comparator.comparing((OracleCase one) -> one.opened)
                        .reversed()
                        .thenComparing(one -> one.id))
                .map(one -> one.id)
                .toList();
        for (int offset = 0; offset <= expected.size(); offset++) {
            var listing = new Listing(Map.of(), id -> !id.equals("C2"), Listing.Order.LATEST_REPORTED_FIRST, offset, 2);

            var page = statistics.members(everything(Unit.CASES), listing);

            assertThat(page.total()).isEqualTo(expected.size());
            assertThat(page.members().stream().map(Member::record))
                    .containsExactlyElementsOf(expected.subList(offset, Math.min(offset + 2, expected.size())));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void aPageOfTheLatestIsTheSameWhetherAllAreLookedAtOrNot(
            @ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var statistics = open(new RestartedStatistics(random));
        for (int i = 0; i < log.size(); i++) {
            statistics.apply(log.get(i));
            if (!endsItsCommit(log, i)) {
                continue;
            }
            statistics.commit(log.get(i).position(), log.get(i).recordedAt());
            var unit = random.nextBoolean() ? Unit.CASES : Unit.ALLEGATIONS;
            var times = new PointInTime(dayOf(random), random.nextBoolean() ? PointInTime.NOW : instantOf(log, random));
            var question = new Question(unit, Population.EVERYTHING, List.of(), times);
            int offset = random.nextInt(3);

            assertThat(statistics.members(question, latest(Listing.EVERY_RECORD, offset)))
                    .as("%s", question)
                    .isEqualTo(statistics.members(question, latest(record -> true, offset)));
        }
    }

    private static Listing latest(Predicate<String> records, int offset) {
        return new Listing(Map.of(), records, Listing.Order.LATEST_REPORTED_FIRST, offset, 2);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 50)
    void aBatchThatEndsInTheMidstOfACommitIsSeenWithoutItsEnd(
            @ForAll("logs") List<RecordedEntry> log, @ForAll Random random) {
        var whole = statisticsOf(log, random);
        for (var knownAt : instantsOf(log)) {
            var early = open(new RestartedStatistics(random));
            log.forEach(early::apply);
            early.commit(lastPositionAt(log, knownAt), knownAt);
            var later = knownAt.plusMillis(500); // while lists say the same
            var question = new RandomQuestions(random).at(new PointInTime(dayOf(random), later));
            assertThat(early.count(question)).isEqualTo(whole.count(at(question, knownAt)));
        }
    }

    private RestartedStatistics statisticsOf(List<RecordedEntry> log, Random random) {
        var statistics = open(new RestartedStatistics(random));
        for (var entry : log) {
            statistics.apply(entry);
            if (random.nextInt(3) == 0) {
                statistics.commit(entry.position(), entry.recordedAt());
            }
        }
        commit(log, statistics);
        return statistics;
    }

    private static void commit(List<RecordedEntry> log, RestartedStatistics statistics) {
        if (!log.isEmpty()) {
            statistics.commit(log.getLast().position(), log.getLast().recordedAt());
        }
    }

    private static void assertSame(
            RestartedStatistics expected, RestartedStatistics actual, List<RecordedEntry> log, Random random) {
        for (var knownAt : instantsOf(log)) {
            var question = new RandomQuestions(random).at(new PointInTime(dayOf(random), knownAt));
            assertThat(actual.count(question)).as("%s", question).isEqualTo(expected.count(question));
            assertThat(actual.members(question, Listing.page(Map.of(), 0, 1000)))
                    .isEqualTo(expected.members(question, Listing.page(Map.of(), 0, 1000)));
        }
    }

    private static Map<String, Object> described(Member member) {
        var described = new HashMap<>(member.values());
        var name = member.record() == null
                ? member.officerId()
                : member.part() == null ? member.record() : member.record() + "/" + member.part();
        described.put("member", name);
        return described;
    }

    private static Question everything(Unit unit) {
        return new Question(
                unit, Population.EVERYTHING, List.of(), new PointInTime(LocalDate.of(2025, 1, 1), PointInTime.NOW));
    }

    private static Question at(Question question, Instant knownAt) {
        var times = new PointInTime(question.times().asAt(), knownAt);
        return new Question(question.unit(), question.population(), question.groupBy(), times);
    }

    private static Question at(Question question, LocalDate asAt) {
        var times = new PointInTime(asAt, question.times().knownAt());
        return new Question(question.unit(), question.population(), question.groupBy(), times);
    }

    private static Map<List<Object>, Long> asMap(Table table) {
        return table.groups().stream().collect(Collectors.toMap(Table.Group::values, Table.Group::count));
    }

    private static boolean endsItsCommit(List<RecordedEntry> log, int i) {
        return i + 1 == log.size()
                || log.get(i + 1).recordedAt().isAfter(log.get(i).recordedAt());
    }

    private static long lastPositionAt(List<RecordedEntry> log, Instant knownAt) {
        return log.stream()
                .filter(entry -> !entry.recordedAt().isAfter(knownAt))
                .mapToLong(RecordedEntry::position)
                .max()
                .orElse(0);
    }

    private static List<Instant> instantsOf(List<RecordedEntry> log) {
        return log.stream().map(RecordedEntry::recordedAt).distinct().toList();
    }

    private static Instant instantOf(List<RecordedEntry> log, Random random) {
        return RandomRegister.BEGINNING.plusMillis(random.nextInt(1000 * log.size() + 1000));
    }

    private static Stream<LocalDate> days() {
        return IntStream.rangeClosed(-7, RandomRegister.DAYS + 4).mapToObj(RandomRegister.FIRST_DAY::plusDays);
    }

    private static LocalDate dayOf(Random random) {
        return RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS + 6) - 1);
    }
}
