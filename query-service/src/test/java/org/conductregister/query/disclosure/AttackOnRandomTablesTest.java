package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publishes tables of random registers, several of each, two of them a day later, and attacks all of them together. The number
 * of tables is the property {@code disclosure.tables}.
 */
class AttackOnRandomTablesTest {

    private static final int TABLES = Integer.getInteger("disclosure.tables", 40);

    @Test
    void noSmallCountHasFewerPossibleValuesThanPromised() throws IOException {
        int published = 0;
        int refused = 0;
        long occupied = 0;
        long small = 0;
        long hidden = 0;
        for (int seed = 1; published + refused < TABLES; seed++) {
            var register = new PeopleAtRandom(seed);
            var releases = new ArrayList<PublishedTable>();
            for (var question : register.questions()) {
                var decision = register.control.publish(question, register.ruleOf(question), "analyst");
                if (decision instanceof Publishable publishable) {
                    releases.add(publishable.table());
                    published++;
                    if (!publishable.table().rule().isRounding()) {
                        occupied += publishable.table().occupied();
                        small += publishable.table().hiddenSmall();
                        hidden += publishable.table().hidden();
                    }
                } else {
                    refused++;
                }
            }
            assertThat(new TablesAttack(register, releases).exposed())
                    .as("register " + seed)
                    .isEmpty();
        }
        assertThat(published).isGreaterThan(refused);
        var report = "%d tables published, %d refused; of %d occupied cells %.1f %% are small, and %.1f %% are hidden%n"
                .formatted(published, refused, occupied, 100.0 * small / occupied, 100.0 * hidden / occupied);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/disclosure-attack.txt"), report);
    }

    @Test
    void theAttackerFindsWhatPrimarySuppressionAloneGivesAway() {
        int found = 0;
        for (int seed = 1; seed <= 10; seed++) {
            var register = new PeopleAtRandom(seed);
            var question = register.questions().get(0);
            var draft = new TableDraft(
                    register.counted.table(question, DisclosureRule.USUAL),
                    List.of(),
                    TimeLimit.in(Duration.ofMinutes(10)));
            found +=
                    new TablesAttack(register, List.of(draft.table())).exposed().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void theAttackerFindsWhatTablesGiveAwayThatDoNotKnowOfEachOther() {
        int found = 0;
        for (int seed = 1; seed <= 10; seed++) {
            var register = new PeopleAtRandom(seed);
            var releases = new ArrayList<PublishedTable>();
            for (var question : register.questions()) {
                if (new PeopleAtRandom(seed).control.publish(question, DisclosureRule.USUAL, "analyst")
                        instanceof Publishable publishable) {
                    releases.add(publishable.table());
                }
            }
            found += new TablesAttack(register, releases).exposed().isEmpty() ? 0 : 1;
        }
        assertThat(found).isPositive();
    }

    /** In these registers tables of two units told something, as long as each was read as one of its own unit alone. */
    @ParameterizedTest
    @ValueSource(ints = {47, 59, 101, 203})
    void nothingIsFoundWhereUnitsGaveSomethingAway(int seed) {
        var register = new PeopleAtRandom(seed);
        var releases = new ArrayList<PublishedTable>();
        for (var question : register.questions()) {
            if (register.control.publish(question, register.ruleOf(question), "analyst")
                    instanceof Publishable publishable) {
                releases.add(publishable.table());
            }
        }

        assertThat(releases).hasSize(4);
        assertThat(new TablesAttack(register, releases).exposed()).isEmpty();
    }

    /** Tables of cases that know of one another alone, beside tables of allegations. */
    @Test
    void theAttackerFindsWhatUnitsGiveAwayThatDoNotKnowOfEachOther() {
        int found = 0;
        for (int seed = 1; seed <= 60; seed++) {
            var register = new PeopleAtRandom(seed);
            if (register.questions().stream().map(Question::unit).distinct().count() > 1) {
                var ofCases = new PeopleAtRandom(seed);
                var releases = new ArrayList<PublishedTable>();
                for (var question : register.questions()) {
                    var control = question.unit() == Unit.CASES ? ofCases.control : register.control;
                    if (control.publish(question, register.ruleOf(question), "analyst")
                            instanceof Publishable publishable) {
                        releases.add(publishable.table());
                    }
                }
                found += new TablesAttack(register, releases).exposed().isEmpty() ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(3);
    }
}
