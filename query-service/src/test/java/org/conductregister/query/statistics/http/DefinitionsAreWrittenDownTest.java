package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/domain.md} has the definitions that answers carry, word for word. */
class DefinitionsAreWrittenDownTest {

    private static final List<String> DEFINED = List.of(
            "status",
            "finalised",
            "result",
            "employment",
            "misconduct",
            "criminal",
            "sentence",
            "referral",
            "response",
            "ever",
            "proceedings",
            "regime",
            "reportedFinancialYear",
            "referredFinancialYear",
            "outcome");

    @ParameterizedTest
    @EnumSource
    void everyDefinitionIsOnThePage(Unit unit) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "domain.md"));

        var definitions = Definitions.of(unit, DEFINED);

        assertThat(definitions).hasSizeGreaterThan(DEFINED.size());
        assertThat(definitions.values()).allSatisfy(text -> assertThat(page).contains(text));
    }

    @ParameterizedTest
    @EnumSource
    void soIsEveryDefinitionOfDurationsAndFlows(Moment moment) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "domain.md"));
        var question = new Question(
                Unit.ALLEGATIONS,
                Population.EVERYTHING,
                List.of(),
                new PointInTime(LocalDate.of(2020, 1, 1), PointInTime.NOW));
        var from = Moment.STARTS.contains(moment) ? moment : Moment.REPORTED;
        var to = Moment.ENDS.contains(moment) && moment != from
                ? moment
                : from == Moment.CLOSED ? Moment.LEFT : Moment.CLOSED;

        for (var clock : Clock.values()) {
            for (var suspension : Suspension.values()) {
                var definitions =
                        MovementDefinitions.ofDurations(question, new Measure(from, to, clock, suspension, null));
                assertThat(definitions).containsKeys("from", "to", "clock", "suspension", "ended", "open", "leftOut");
                assertThat(definitions.values())
                        .allSatisfy(text -> assertThat(page).contains(text));
            }
        }
        assertThat(MovementDefinitions.ofFlows(question).values())
                .allSatisfy(text -> assertThat(page).contains(text));
    }
}
