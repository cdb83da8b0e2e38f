package org.conductregister.query.statistics.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.oracle.RandomRegister;
import org.conductregister.query.statistics.view.ChangingFindings;
import org.conductregister.query.statistics.view.RestartedStatistics;
import org.jspecify.annotations.Nullable;

/** The points of random registers, written in increments and read by DuckDB, against the engine that wrote them. */
class PointsPropertiesTest {

    private static final int QUESTIONS = 6;

    private final List<Kept> opened = new ArrayList<>();

    /** A register and the directory that has its points. */
    private record Kept(RestartedStatistics statistics, List<RecordedEntry> log, Path directory) {}

    @AfterTry
    void close() throws IOException {
        for (var kept : opened) {
            kept.statistics().close();
            try (var files = Files.walk(kept.directory())) {
                files.sorted((a, b) -> b.compareTo(a)).forEach(PointsPropertiesTest::delete);
            }
        }
        opened.clear();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<RecordedEntry>> logs() {
        return RandomRegister.logs(45);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 12)
    void countsOfOneRegisterAreTheEngines(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random)
            throws SQLException, IOException {
        var kept = keep(log, "one", random);
        try (var points = new PointsInDuckDb(List.of(kept.directory()))) {
            for (var unit : Unit.values()) {
                for (int i = 0; i < QUESTIONS; i++) {
                    var question = everOrNot(new RandomQuestions(random).of(unit, times(log, random)), random);
                    assertThat(asMap(points.count(question)))
                            .as("%s", question)
                            .isEqualTo(asMap(kept.statistics().count(question)));
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 8)
    void countsOfTwoRegistersAreTheSums(
            @ForAll("logs") List<RecordedEntry> log, @ForAll("logs") List<RecordedEntry> other, @ForAll Random random)
            throws SQLException, IOException {
        var one = keep(log, "one", random);
        var two = keep(other, "two", random);
        try (var points = new PointsInDuckDb(List.of(one.directory(), two.directory()))) {
            for (var unit : Unit.values()) {
                for (int i = 0; i < QUESTIONS; i++) {
                    var question = everOrNot(new RandomQuestions(random).of(unit, times(log, random)), random);
                    var sums = new HashMap<>(asMap(one.statistics().count(question)));
                    asMap(two.statistics().count(question))
                            .forEach((group, count) -> sums.merge(group, count, Long::sum));
                    assertThat(asMap(points.count(question))).as("%s", question).isEqualTo(sums);
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 8)
    void seriesAreTheEngines(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random)
            throws SQLException, IOException {
        var kept = keep(log, "one", random);
        var days = IntStream.range(-1, RandomRegister.DAYS + 3)
                .mapToObj(RandomRegister.FIRST_DAY::plusDays)
                .toList();
        try (var points = new PointsInDuckDb(List.of(kept.directory()))) {
            for (var unit : List.of(Unit.ALLEGATIONS, Unit.CASES, Unit.REFERRALS, Unit.RESPONSES)) {
                var question = new RandomQuestions(random).of(unit, times(log, random));
                var found = points.series(question, days);
                for (var expected : kept.statistics().series(question, days).points()) {
                    var ofDay = found.stream()
                            .filter(row -> row.numbers().get("asAt").equals(expected.asAt()))
                            .toList();
                    assertThat(asMap(ofDay))
                            .as("%s as at %s", question, expected.asAt())
                            .isEqualTo(groupsAsMap(expected.groups()));
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 8)
    void flowsAreTheEngines(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random)
            throws SQLException, IOException {
        var kept = keep(log, "one", random);
        try (var points = new PointsInDuckDb(List.of(kept.directory()))) {
            for (int i = 0; i < QUESTIONS; i++) {
                var question = everOrNot(movements(log, random), random);
                var from = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS));
                var to = from.plusDays(random.nextInt(6));
                var expected =
                        kept.statistics().flows(question, from, List.of(to)).periods().getFirst().groups().stream()
                                .collect(Collectors.toMap(
                                        group -> group.values(),
                                        group -> List.of(
                                                group.start(),
                                                group.received(),
                                                group.closed(),
                                                group.reopened(),
                                                group.end())));
                assertThat(points.flows(question, from, to).stream()
                                .collect(Collectors.toMap(
                                        row -> row.group(),
                                        row -> List.of(
                                                row.number("pendingAtStart"),
                                                row.number("received"),
                                                row.number("closed"),
                                                row.number("reopened"),
                                                row.number("pendingAtEnd")))))
                        .as("%s from %s to %s", question, from, to)
                        .isEqualTo(expected);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 12)
    void durationsAreTheEngines(@ForAll("logs") List<RecordedEntry> log, @ForAll Random random)
            throws SQLException, IOException {
        var kept = keep(log, "one", random);
        try (var points = new PointsInDuckDb(List.of(kept.directory()))) {
            for (int i = 0; i < QUESTIONS; i++) {
                var question = everOrNot(movements(log, random), random);
                var measure = measure(question.unit(), random);
                var rows = points.durations(question, measure);
                var expected = kept.statistics().durations(question, measure).groups();
                assertThat(rows.stream().map(PointsInDuckDb.Row::group).collect(Collectors.toSet()))
                        .as("%s %s", question, measure)
                        .isEqualTo(
                                expected.stream().map(Durations.Group::values).collect(Collectors.toSet()));
                for (var group : expected) {
                    assertSame(group, rows, measure, "%s %s".formatted(question, measure));
                }
            }
        }
    }

    private static void assertSame(
            Durations.Group group, List<PointsInDuckDb.Row> rows, Measure measure, String description) {
        var ended = part(rows, group, "ENDED");
        var open = part(rows, group, "OPEN");
        var leftOut = part(rows, group, "LEFT_OUT");
        assertThat(ended == null ? 0 : ended.number("units"))
                .as(description)
                .isEqualTo(group.ended().count());
        assertThat(open == null ? 0 : open.number("units"))
                .as(description)
                .isEqualTo(group.open().count());
        assertThat(leftOut == null ? 0 : leftOut.number("units"))
                .as(description)
                .isEqualTo(group.leftOut());
        if (ended != null) {
            assertClose(ended.fraction("mean"), group.ended().mean(), description);
            assertClose(ended.fraction("median"), group.ended().median(), description);
            assertClose(ended.fraction("p25"), group.ended().p25(), description);
            assertClose(ended.fraction("p75"), group.ended().p75(), description);
            assertClose(ended.fraction("p90"), group.ended().p90(), description);
            if (measure.over() != null) {
                assertClose(ended.fraction("shareOver"), group.ended().shareOver(), description);
            }
        }
        if (open != null) {
            assertClose(open.fraction("median"), group.open().median(), description);
        }
    }

    private static PointsInDuckDb.@Nullable Row part(
            List<PointsInDuckDb.Row> rows, Durations.Group group, String part) {
        return rows.stream()
                .filter(row -> row.group().equals(group.values())
                        && part.equals(row.numbers().get("part")))
                .findFirst()
                .orElse(null);
    }

    private static void assertClose(@Nullable Double found, @Nullable Double expected, String description) {
        assertThat(found).as(description).isNotNull();
        assertThat(expected).as(description).isNotNull();
        assertThat(found).as(description).isCloseTo(expected, within(1e-9));
    }

    /** Records the log commit by commit, and writes its points now and then, also where nothing is new. */
    private Kept keep(List<RecordedEntry> log, String register, Random random) throws IOException {
        var statistics = new RestartedStatistics(random);
        var directory = Files.createTempDirectory("points");
        opened.add(new Kept(statistics, log, directory));
        for (int i = 0; i < log.size(); i++) {
            statistics.apply(log.get(i));
            boolean isLast = i + 1 == log.size();
            if (isLast || !log.get(i + 1).recordedAt().equals(log.get(i).recordedAt())) {
                statistics.commit(log.get(i).position(), log.get(i).recordedAt());
                if (isLast || random.nextInt(20) == 0) {
                    write(statistics, directory, register);
                }
            }
        }
        if (log.isEmpty() || random.nextBoolean()) {
            write(statistics, directory, register);
        }
        return opened.getLast();
    }

    private static void write(RestartedStatistics statistics, Path directory, String register) throws IOException {
        var seconds = new TreeSet<Instant>();
        for (int i = 0; i < 200; i++) {
            seconds.add(RandomRegister.BEGINNING.plusSeconds(i));
        }
        new PointsExport(statistics.view(), new ChangingFindings(), seconds).writeTo(directory, register);
    }

    private static PointInTime times(List<RecordedEntry> log, Random random) {
        var day = RandomRegister.FIRST_DAY.plusDays(random.nextInt(RandomRegister.DAYS + 4) - 2L);
        var knownAt = log.isEmpty() || random.nextInt(4) == 0
                ? RandomRegister.BEGINNING.plus(60, ChronoUnit.SECONDS)
                : log.get(random.nextInt(log.size())).recordedAt();
        return new PointInTime(day, knownAt);
    }

    private static Question movements(List<RecordedEntry> log, Random random) {
        var unit = random.nextBoolean() ? Unit.CASES : Unit.ALLEGATIONS;
        return new RandomQuestions(random).of(unit, times(log, random));
    }

    /** One in three of a population that is limited by its past. */
    private static Question everOrNot(Question question, Random random) {
        if (random.nextInt(3) != 0 || question.unit() == Unit.REFERRALS || question.unit() == Unit.RESPONSES) {
            return question;
        }
        var population = switch (random.nextInt(4)) {
            case 0 -> question.population().everBeen("status", "CLOSED");
            case 1 -> question.population().everBeen("tag", "VAWG");
            case 2 -> question.population().everBeen("result", "UPHELD", "LEFT");
            default -> question.population().everBeen("misconduct", "PROCEEDINGS_LISTED", "FINDING_MADE");
        };
        return new Question(question.unit(), population, question.groupBy(), question.times());
    }

    private static Measure measure(Unit unit, Random random) {
        var starts = Moment.STARTS.stream().sorted().toList();
        var ends = Moment.ENDS.stream()
                .filter(moment -> moment.appliesTo(unit))
                .sorted()
                .toList();
        while (true) {
            var from = starts.get(random.nextInt(starts.size()));
            var to = ends.get(random.nextInt(ends.size()));
            if (from != to) {
                return new Measure(
                        from,
                        to,
                        Clock.values()[random.nextInt(2)],
                        Suspension.values()[random.nextInt(2)],
                        random.nextBoolean() ? null : 1 + random.nextInt(4));
            }
        }
    }

    private static Map<List<Object>, Long> asMap(List<PointsInDuckDb.Row> rows) {
        var map = new HashMap<List<Object>, Long>();
        rows.forEach(row -> map.merge(row.group(), row.number("units"), Long::sum));
        return map;
    }

    private static Map<List<Object>, Long> asMap(Table table) {
        return groupsAsMap(table.groups());
    }

    private static Map<List<Object>, Long> groupsAsMap(List<Table.Group> groups) {
        var map = new HashMap<List<Object>, Long>();
        groups.forEach(group -> map.put(group.values(), group.count()));
        return map;
    }
}
