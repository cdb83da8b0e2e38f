package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.checkpoint.Heading;
import org.conductregister.query.statistics.oracle.RandomQuestions;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticsViewTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final Question HOW_MANY_CASES =
            new Question(Unit.CASES, Population.EVERYTHING, List.of(), new PointInTime(DAY, PointInTime.NOW));

    private final StatisticsView statistics = new StatisticsView(ListsAsKnown.unchanged(Set.of()));

    @ParameterizedTest
    @EnumSource
    void theDimensionsAreThoseOfTheContractInItsOrder(Unit unit) {
        assertThat(statistics.dimensions(unit).stream().map(Dimension::name))
                .containsExactlyElementsOf(RandomQuestions.DIMENSIONS.get(unit));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyRegisterCountsNothingAndKnowsItAtTheEpoch(Unit unit) {
        var question = new Question(unit, Population.EVERYTHING, List.of(), new PointInTime(DAY, PointInTime.NOW));

        assertThat(statistics.count(question)).isEqualTo(new Table(Instant.EPOCH, 0, List.of()));
        assertThat(statistics.members(question, Listing.page(Map.of(), 0, 10)).total())
                .isZero();
    }

    @Test
    void whatIsNotCommittedIsNotSeen() {
        statistics.apply(opened(1));
        assertThat(statistics.count(HOW_MANY_CASES).total()).isZero();

        statistics.commit(1, at(1));
        assertThat(statistics.count(HOW_MANY_CASES))
                .isEqualTo(new Table(at(1), 1, List.of(new Table.Group(List.of(), 1))));
        assertThat(statistics.head().now().position()).isEqualTo(1);
    }

    @Test
    void aDeadLetterLeavesAGapThatTheHeadPassesOver() {
        statistics.apply(opened(1));
        statistics.apply(opened(3));
        statistics.commit(4, at(4));

        assertThat(statistics.count(HOW_MANY_CASES).position()).isEqualTo(4);
        assertThat(statistics.count(known(at(2))).position()).isEqualTo(2);
        assertThat(statistics.count(known(at(2))).total()).isEqualTo(1);
    }

    @Test
    void anEntryThatComesTooLateToBeToldInOrderAsksForARebuild() {
        statistics.apply(opened(2));

        assertThatThrownBy(() -> statistics.apply(opened(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rebuilt");
    }

    @Test
    void aFactOnARecordOfAnotherKindChangesNothing() {
        var misplaced = recorded(1, RecordKind.CASE, new OfficerResigned(DAY, null));

        assertThatThrownBy(() -> statistics.apply(misplaced)).isInstanceOf(IllegalArgumentException.class);

        statistics.apply(opened(1));
        statistics.commit(1, at(1));
        assertThat(statistics.count(HOW_MANY_CASES).total()).isEqualTo(1);
    }

    @Test
    void aDimensionThatTheUnitDoesNotHaveIsRefused() {
        for (var unit : Unit.values()) {
            var question =
                    new Question(unit, Population.EVERYTHING, List.of("colour"), new PointInTime(DAY, PointInTime.NOW));
            assertThatThrownBy(() -> statistics.count(question)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Each entry opens a case, so that a count equals its position. */
    @Test
    void readersSeeOnePositionWhileEntriesArrive() throws Exception {
        int entries = 50_000;
        var writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= entries; i++) {
                statistics.apply(opened(i));
                if (i % 10 == 0) {
                    statistics.commit(i, at(i));
                }
            }
        });
        var readers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    long seen = 0;
                    while (seen < entries) {
                        var now = statistics.count(HOW_MANY_CASES);
                        assertThat(now.total()).isEqualTo(now.position()).isGreaterThanOrEqualTo(seen);
                        var before = statistics.count(known(now.knownAt().minusSeconds(5)));
                        assertThat(before.total()).isEqualTo(Math.max(0, now.position() - 5));
                        assertThat(statistics
                                        .members(HOW_MANY_CASES, Listing.page(Map.of(), 0, 1))
                                        .total())
                                .isGreaterThanOrEqualTo(now.total());
                        seen = now.position();
                    }
                }))
                .limit(2)
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(writer, CompletableFuture.allOf(readers)).get(60, TimeUnit.SECONDS);
    }

    private static Question known(Instant knownAt) {
        return new Question(Unit.CASES, Population.EVERYTHING, List.of(), new PointInTime(DAY, knownAt));
    }

    private static RecordedEntry opened(int position) {
        return recorded(
                position,
                RecordKind.CASE,
                new CaseOpened(
                        DAY, new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null));
    }

    private static RecordedEntry recorded(int position, RecordKind kind, Fact fact) {
        var entry = new Entry(EntryId.random(), new RecordId(kind, "N" + position), fact);
        return new RecordedEntry(position, at(position), "handler", "correlation", entry);
    }

    private static Instant at(long position) {
        return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
    }

    @Test
    void whatWasKeptIsThereAfterARestart(@TempDir Path directory) {
        var file = new CheckpointFile(directory.resolve("statistics"));
        keepOneCase(file);

        var restarted = new StatisticsView(file, ListsAsKnown.unchanged(Set.of()));
        assertThat(restarted.readCheckpoint(heading -> heading.position() == 1)).isTrue();

        assertThat(restarted.head().now()).isEqualTo(new Head.At(1, at(1)));
        assertThat(restarted.count(HOW_MANY_CASES).total()).isOne();
    }

    @Test
    void whatWasKeptOfAnotherLogIsSetAside(@TempDir Path directory) {
        var file = new CheckpointFile(directory.resolve("statistics"));
        keepOneCase(file);

        var restarted = new StatisticsView(file, ListsAsKnown.unchanged(Set.of()));
        assertThat(restarted.readCheckpoint(heading -> false)).isFalse();

        assertThat(restarted.head().now()).isEqualTo(Head.At.START);
        assertThat(directory.resolve("statistics.set-aside")).exists();
        assertThat(restarted.readCheckpoint(heading -> true)).isFalse();
    }

    @Test
    void whatIsDamagedOrOfAnotherFormIsSetAside(@TempDir Path directory) throws IOException {
        var path = directory.resolve("statistics");
        var file = new CheckpointFile(path);
        file.write(new Heading("another form", 1, at(1), "id"), out -> out.writeInt(1));
        assertThat(new StatisticsView(file, ListsAsKnown.unchanged(Set.of())).readCheckpoint(heading -> true))
                .isFalse();
        assertThat(path).doesNotExist();

        Files.writeString(path, "this is no checkpoint at all");
        assertThat(new StatisticsView(file, ListsAsKnown.unchanged(Set.of())).readCheckpoint(heading -> true))
                .isFalse();
        assertThat(path).doesNotExist();
    }

    private void keepOneCase(CheckpointFile file) {
        var before = new StatisticsView(file, ListsAsKnown.unchanged(Set.of()));
        before.apply(opened(1));
        before.commit(1, at(1));
        before.keep().join();
    }
}
