package org.conductregister.query.statistics.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.statistics.points.PointsExport.Written;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of points over several runs: what is added, what is refused, and what a run that was broken off leaves. */
class PointsExportTest {

    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
    private static final ListsAsKnown LISTS = ListsAsKnown.unchanged(Set.of());
    private static final RecordId CASE = RecordId.of(new CaseId("LAN-2012-0007"));
    private static final Fact OPENED = new CaseOpened(
            LocalDate.of(2012, 1, 1),
            new ForceCode("KENT"),
            CaseKind.CONDUCT,
            CaseSource.POLICE,
            null,
            null,
            null,
            null);
    private static final Fact REPORTED = new AllegationReported(
            LocalDate.of(2012, 1, 2),
            new AllegationId("A1"),
            new CategoryCode("RAPE"),
            new OfficerId("LAN-O-17"),
            null,
            null,
            null,
            null);
    private static final Fact CLOSED = new CaseClosed(LocalDate.of(2012, 3, 5), null);

    private final StatisticsView statistics = new StatisticsView(LISTS);

    @TempDir
    Path directory;

    private static void record(StatisticsView statistics, int position, Fact fact) {
        var at = BEGINNING.plusSeconds(position);
        statistics.apply(new RecordedEntry(position, at, "tester", "test", new Entry(EntryId.random(), CASE, fact)));
        statistics.commit(position, at);
    }

    private Optional<Written> write() throws IOException {
        return write(statistics, "kent");
    }

    private Optional<Written> write(StatisticsView of, String register) throws IOException {
        return new PointsExport(of, LISTS, new TreeSet<>()).writeTo(directory, register);
    }

    private List<String> rows(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var asked = connection.createStatement();
                var result = asked.executeQuery(statement.replace("FILES", directory + "/*-*"))) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        }
    }

    @Test
    void theExampleOfThePackagePageIsWritten() throws Exception {
        record(statistics, 1, OPENED);
        record(statistics, 2, REPORTED);
        record(statistics, 3, CLOSED);

        assertThat(write()).contains(new Written(1, 3, 8));

        assertThat(rows("""
                        SELECT position, epoch_us(recordedAt), occurredOn, delta, member, status, force
                        FROM 'FILES/allegations.parquet' ORDER BY position, delta"""))
                .containsExactly(
                        "2 1577836802000000 2012-01-02 1 0 PENDING KENT",
                        "3 1577836803000000 2012-03-05 -1 0 PENDING KENT",
                        "3 1577836803000000 2012-03-05 1 0 CLOSED KENT");
    }

    @Test
    void aRunAddsWhatIsNewAndNothingTwice() throws Exception {
        record(statistics, 1, OPENED);
        record(statistics, 2, REPORTED);
        assertThat(write()).contains(new Written(1, 2, 4));
        assertThat(write()).isEmpty();
        record(statistics, 3, CLOSED);
        assertThat(write()).contains(new Written(3, 3, 4));

        assertThat(rows("SELECT status, sum(delta) FROM 'FILES/cases.parquet' GROUP BY status ORDER BY status"))
                .containsExactly("CLOSED 1", "PENDING 0");
    }

    @Test
    void whatARunThatWasBrokenOffLeftIsNotReadAndGoesWithTheNext() throws Exception {
        record(statistics, 1, OPENED);
        write();
        var writing = Files.createDirectory(directory.resolve(".writing"));
        Files.writeString(writing.resolve("cases.parquet"), "PAR1, and then the power went");
        assertThat(rows("SELECT count(*) FROM 'FILES/cases.parquet'")).containsExactly("1");

        record(statistics, 2, REPORTED);
        assertThat(write()).contains(new Written(2, 2, 1 + 2));

        assertThat(writing).doesNotExist();
    }

    @Test
    void pointsOfAnotherLogAreRefused() throws Exception {
        record(statistics, 1, OPENED);
        record(statistics, 2, REPORTED);
        write();
        var other = new StatisticsView(LISTS);
        record(other, 1, OPENED);
        record(other, 2, CLOSED);
        record(other, 3, CLOSED);

        assertThatThrownBy(() -> write(other, "kent"))
                .isInstanceOf(PointsRefusedException.class)
                .hasMessageContaining("another log");
    }

    @Test
    void pointsOfALogThatWasCutShortAreRefused() throws Exception {
        record(statistics, 1, OPENED);
        record(statistics, 2, REPORTED);
        write();
        var restored = new StatisticsView(LISTS);
        record(restored, 1, OPENED);

        assertThatThrownBy(() -> write(restored, "kent"))
                .isInstanceOf(PointsRefusedException.class)
                .hasMessageContaining("the log ends at 1");
    }

    @Test
    void pointsOfAnotherRegisterAreRefused() throws Exception {
        record(statistics, 1, OPENED);
        write();

        assertThatThrownBy(() -> write(statistics, "essex"))
                .isInstanceOf(PointsRefusedException.class)
                .hasMessageContaining("“kent”");
    }

    @Test
    void aDirectoryThatLacksAnIncrementIsRefused() throws Exception {
        record(statistics, 1, OPENED);
        write();
        record(statistics, 2, REPORTED);
        write();
        Files.move(directory.resolve("000000000001-000000000001"), directory.resolve("elsewhere"));

        assertThatThrownBy(this::write)
                .isInstanceOf(PointsRefusedException.class)
                .hasMessageContaining("position 1");
    }

    @Test
    void twoRunsAtOnceAreNotWrittenTogether() throws Exception {
        record(statistics, 1, OPENED);
        try (var held = PointsDirectory.open(directory)) {
            assertThat(held.last()).isNull();

            assertThatThrownBy(this::write)
                    .isInstanceOf(PointsRefusedException.class)
                    .hasMessageContaining("Another run");
        }
    }

    @Test
    void noIdentifierOfACaseAnAllegationOrAPersonIsWritten() throws Exception {
        record(statistics, 1, OPENED);
        record(statistics, 2, REPORTED);
        write();

        for (var table : List.of("allegations", "cases", "tags", "traits")) {
            assertThat(rows("SELECT * FROM 'FILES/%s.parquet'".formatted(table)))
                    .noneMatch(row -> row.contains("LAN-") || row.contains("A1"));
        }
    }

    /** Programs part files of statements at semicolons, also where they stand in a comment. */
    @Test
    void noCommentOfAStatementHasASemicolon() throws Exception {
        for (var file : PointsStatements.FILES) {
            if (file.endsWith(".sql")) {
                assertThat(PointsStatements.text(file).lines().filter(line -> line.startsWith("--")))
                        .as(file)
                        .noneMatch(line -> line.contains(";"));
            }
        }
    }
}
