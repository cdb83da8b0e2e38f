package org.conductregister.web.codelists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.conductregister.entries.CodeList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class RememberedLabelsTest {

    private final JdbcTemplate jdbc = new JdbcTemplate(new SimpleDriverDataSource(
            new org.h2.Driver(), "jdbc:h2:mem:labels-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1"));
    private final Hand clock = new Hand();
    private final RememberedLabels labels = new RememberedLabels(new StoredCodes(jdbc), clock);

    @Test
    void whatTheProductComesWithHasALabelAndWhatIsOnNoListHasNone() {
        createTable();

        assertThat(labels.of(CodeList.FORCES, "LANCASHIRE")).isEqualTo("Lancashire Constabulary");
        assertThat(labels.of(CodeList.CATEGORIES, "LANCASHIRE")).isNull();
    }

    @Test
    void theLatestLabelOfAnAdministratorHolds() {
        createTable();
        relabel(CodeList.FORCES, "LANCASHIRE", "Lancs");
        relabel(CodeList.FORCES, "LANCASHIRE", "Police of Lancashire");
        relabel(CodeList.FORCES, "ATLANTIS", "Atlantis");
        relabel(CodeList.THEMES, "LANCASHIRE", "Of another list");

        assertThat(labels.of(CodeList.FORCES, "LANCASHIRE")).isEqualTo("Police of Lancashire");
        assertThat(labels.of(CodeList.FORCES, "ATLANTIS")).isEqualTo("Atlantis");
    }

    @Test
    void aChangeElsewhereShowsAfterAWhile() {
        createTable();
        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Custody");
        relabel(CodeList.THEMES, "CUSTODY", "Detention");
        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Custody");

        clock.now = clock.now.plus(RememberedLabels.LIFETIME);

        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Detention");
    }

    @Test
    void aChangeHereShowsAtOnce() {
        createTable();
        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Custody");
        relabel(CodeList.THEMES, "CUSTODY", "Detention");

        labels.forget();

        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Detention");
    }

    @Test
    void whereTheTableCannotBeReadLabelsStayAsTheyWere() {
        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Custody");
        createTable();
        relabel(CodeList.THEMES, "CUSTODY", "Detention");
        labels.forget();
        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Detention");

        jdbc.execute("DROP TABLE CodeListEntry");
        labels.forget();

        assertThat(labels.of(CodeList.THEMES, "CUSTODY")).isEqualTo("Detention");
    }

    private void createTable() {
        jdbc.execute("CREATE TABLE CodeListEntry (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " list VARCHAR(20), code VARCHAR(64), label VARCHAR(200))");
    }

    private void relabel(CodeList list, String code, String label) {
        jdbc.update("INSERT INTO CodeListEntry (list, code, label) VALUES (?, ?, ?)", list.path(), code, label);
    }

    /** A clock that a test moves on. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
