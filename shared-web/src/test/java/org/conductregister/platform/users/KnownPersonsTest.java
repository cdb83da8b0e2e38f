package org.conductregister.platform.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.conductregister.platform.MovingClock;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class KnownPersonsTest {

    private static final Person JANE =
            new Person("u-17", "Jane Doe", Set.of(Role.HANDLER), Set.of(new ForceCode("KENT")), null);

    @TempDir
    Path directory;

    private final MovingClock clock = MovingClock.at("2026-03-04T05:06:07Z");
    private JdbcTemplate jdbc;

    @BeforeEach
    void database() {
        jdbc = new JdbcTemplate(new DriverManagerDataSource("jdbc:sqlite:" + directory.resolve("persons.db")));
    }

    private KnownPersons persons() {
        return new KnownPersons(jdbc, clock);
    }

    @Test
    void nobodyIsKnownBeforeTheyCame() {
        assertThat(persons().person("u-17")).isEmpty();
    }

    @Test
    void whoCameIsKnownToTheNextStartAndToOtherNodes() {
        var other = persons();
        assertThat(other.person("u-17")).isEmpty();
        persons().remember(JANE);

        assertThat(persons().person("u-17")).contains(JANE);
        clock.pass(Duration.ofSeconds(5));
        assertThat(other.person("u-17")).contains(JANE);
    }

    @Test
    void allOfAPersonIsKept() {
        var officer = new Person(
                "u-18",
                "Sam O’Brien",
                Set.of(Role.HANDLER, Role.AUDITOR),
                Set.of(new ForceCode("KENT"), new ForceCode("LANCASHIRE")),
                new OfficerId("KEN-O-17"));
        persons().remember(officer);

        assertThat(persons().person("u-18")).contains(officer);
    }

    @Test
    void theLastDescriptionHoldsAndTheSameAgainAddsNothing() {
        var persons = persons();
        persons.remember(JANE);
        persons.remember(JANE);
        clock.pass(Duration.ofMinutes(2));
        persons.remember(JANE);
        assertThat(rows()).isEqualTo(1);

        var auditor = new Person("u-17", "Jane Doe", Set.of(Role.AUDITOR), Set.of(), null);
        persons.remember(auditor);
        assertThat(rows()).isEqualTo(2);
        assertThat(persons().person("u-17")).contains(auditor);
    }

    @Test
    void descriptionsThatTakeTurnsAreRecordedOnceAMinuteAndHoldAtOnce() {
        var persons = persons();
        var narrow = new Person("u-17", "Jane Doe", Set.of(Role.ANALYST), Set.of(), null);
        for (int i = 0; i < 100; i++) {
            persons.remember(JANE);
            persons.remember(narrow);
            assertThat(persons.person("u-17")).contains(narrow);
        }
        assertThat(rows()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        persons.remember(narrow);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aNameThatIsKnownStaysWhereATokenHasNone() {
        var persons = persons();
        persons.remember(JANE);
        var nameless = new Person("u-17", "u-17", JANE.roles(), JANE.forces(), null);

        assertThat(persons.remember(nameless)).isEqualTo(JANE);
        assertThat(persons().person("u-17")).contains(JANE);
    }

    private int rows() {
        Integer rows = jdbc.queryForObject("SELECT COUNT(*) FROM KnownPerson", Integer.class);
        return rows == null ? 0 : rows;
    }
}
