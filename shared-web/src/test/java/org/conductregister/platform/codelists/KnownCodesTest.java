package org.conductregister.platform.codelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.conductregister.entries.CodeList;
import org.conductregister.eventstore.database.EventTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.JDBC;

/**
 * Tests that codes that one process puts on a list are read by it at once, and that another process on the same
 * database knows an added code at once.
 */
class KnownCodesTest {

    private static final Code NEWPORT = new Code("NEWPORT", "Newport");

    private static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    Path directory;

    private SimpleDriverDataSource database;
    private KnownCodes here;
    private KnownCodes elsewhere;

    @BeforeEach
    void start() {
        database = new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:" + directory.resolve("events.db"));
        EventTable.createIn(database);
        here = node(database);
        elsewhere = node(database);
    }

    private static KnownCodes node(DataSource database) {
        return new KnownCodes(
                new CodeTable(new JdbcTemplate(database)),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                Clock.fixed(MORNING, ZoneOffset.UTC));
    }

    @Test
    void suppliedCodesAreListedInOrderWithTheirLabels() {
        assertThat(here.codes(CodeList.FORCES))
                .contains(new Code("KENT", "Kent Police"))
                .isSortedAccordingTo((one, other) -> one.code().compareTo(other.code()));
        assertThat(here.label(CodeList.FORCES, "KENT")).contains("Kent Police");
        assertThat(here.label(CodeList.CATEGORIES, "KENT")).isEmpty();
    }

    @Test
    void whatWasPutIsReadAtOnce() {
        assertThat(here.knows(CodeList.FORCES, "NEWPORT")).isFalse();

        here.put(CodeList.FORCES, List.of(NEWPORT), "admin");

        assertThat(here.knows(CodeList.FORCES, "NEWPORT")).isTrue();
        assertThat(here.codes(CodeList.FORCES)).contains(NEWPORT);

        here.put(CodeList.FORCES, List.of(new Code("NEWPORT", "City of Newport")), "admin");

        assertThat(here.label(CodeList.FORCES, "NEWPORT")).contains("City of Newport");
    }

    @Test
    void anotherProcessKnowsAnAddedCodeAtOnce() {
        assertThat(elsewhere.knows(CodeList.FORCES, "NEWPORT")).isFalse();

        here.put(CodeList.FORCES, List.of(NEWPORT), "admin");

        assertThat(elsewhere.knows(CodeList.FORCES, "NEWPORT")).isTrue();
        assertThat(elsewhere.label(CodeList.FORCES, "NEWPORT")).contains("Newport");
    }

    @Test
    void whatAListSaidIsReadAsKnownAtAnyInstant() {
        here.put(CodeList.FORCES, List.of(NEWPORT), "admin");
        here.put(
                CodeList.FORCES,
                List.of(new Code("NEWPORT", "City of Newport"), new Code("KENT", "County of Kent")),
                "admin");

        var second = MORNING.plusNanos(1_000);
        assertThat(elsewhere.codes(CodeList.FORCES, MORNING.minusNanos(1)))
                .contains(new Code("KENT", "Kent Police"))
                .doesNotContain(NEWPORT);
        assertThat(elsewhere.codes(CodeList.FORCES, MORNING)).contains(new Code("KENT", "Kent Police"), NEWPORT);
        assertThat(elsewhere.codes(CodeList.FORCES, second.minusNanos(1))).contains(NEWPORT);
        assertThat(elsewhere.codes(CodeList.FORCES, second))
                .contains(new Code("KENT", "County of Kent"), new Code("NEWPORT", "City of Newport"));
    }

    @Test
    void aFindingIsUpheldFromTheInstantItIsMarkedOn() {
        assertThat(here.upheldFindings(Instant.MIN)).contains("SUSTAINED").doesNotContain("UNFOUNDED", "WORDED_SO");

        here.put(CodeList.FINDINGS, List.of(new Code("WORDED_SO", "Worded so")), "admin");
        here.put(CodeList.FINDINGS, List.of(new Code("WORDED_SO", "Worded so", true)), "admin");
        here.put(CodeList.FINDINGS, List.of(new Code("WORDED_SO", "Otherwise")), "admin");
        here.put(CodeList.FINDINGS, List.of(new Code("SUSTAINED", "Sustained", false)), "admin");

        assertThat(here.codes(CodeList.FINDINGS, MORNING)).contains(new Code("WORDED_SO", "Worded so", false));
        assertThat(here.upheldFindings(MORNING)).contains("SUSTAINED").doesNotContain("WORDED_SO");
        assertThat(here.upheldFindings(MORNING.plusNanos(1_000))).contains("SUSTAINED", "WORDED_SO");
        assertThat(here.upheldFindings(MORNING.plusNanos(3_000)))
                .contains("WORDED_SO")
                .doesNotContain("SUSTAINED");
        assertThat(elsewhere.codes(CodeList.FINDINGS))
                .contains(new Code("WORDED_SO", "Otherwise", true), new Code("SUSTAINED", "Sustained", false));
    }

    @Test
    void labelsAreReadWhereTheDatabaseCannotBe() {
        var nowhere =
                node(new SimpleDriverDataSource(new JDBC(), "jdbc:sqlite:" + directory.resolve("nowhere/events.db")));

        assertThat(nowhere.label(CodeList.FORCES, "KENT")).contains("Kent Police");
        assertThat(nowhere.label(CodeList.FORCES, "NEWPORT")).isEmpty();
    }
}
