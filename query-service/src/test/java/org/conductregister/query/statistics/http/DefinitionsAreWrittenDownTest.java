package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/domain.md} has the definitions that answers carry, word for word. */
class DefinitionsAreWrittenDownTest {

    @Test
    void everyDefinitionIsOnThePage() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "domain.md"));

        assertThat(page).contains("Version `" + Definitions.VERSION + "`");
        assertThat(DefinitionTexts.ALL.values())
                .allSatisfy(text -> assertThat(page).contains("| " + text + " |"));
    }

    @ParameterizedTest
    @EnumSource
    void everyDimensionIsDefined(Unit unit) {
        for (var dimension : Dimensions.of(unit)) {
            assertThat(Definitions.of(unit, List.of(dimension.name())))
                    .as("%s of %s", dimension.name(), unit.word())
                    .hasSizeGreaterThan(3)
                    .containsEntry("version", "2026-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLimitOfAPopulationIsDefined(Filter filter) {
        for (var unit : Unit.values()) {
            if (filter.appliesTo(unit)) {
                var population = Population.EVERYTHING.with(filter, "X");
                assertThat(Definitions.of(question(unit, population)))
                        .as("%s of %s", filter, unit.word())
                        .containsKey("population." + filter.parameter());
            }
        }
    }

    @Test
    void daysAndThePastAreDefinedToo() {
        var population = Population.EVERYTHING
                .reported(LocalDate.of(2020, 1, 1), null)
                .referred(null, LocalDate.of(2020, 1, 1))
                .everBeen("misconduct", "PROCEEDINGS_LISTED");

        assertThat(Definitions.of(question(Unit.CASES, population)))
                .containsKeys("population.reported", "population.referred", "ever", "misconduct");
    }

    @Test
    void theForceOfAnOfficerIsNotThatOfTheirCases() {
        var population = Population.EVERYTHING.with(Filter.FORCE, "KENT");
        var question = new Question(
                Unit.OFFICERS,
                population,
                List.of("force"),
                new PointInTime(LocalDate.of(2020, 1, 1), PointInTime.NOW));

        assertThat(Definitions.of(question).get("force")).contains("serves in");
        assertThat(Definitions.of(question).get("population.force")).contains("cases that were opened");
    }

    private static Question question(Unit unit, Population population) {
        return new Question(unit, population, List.of(), new PointInTime(LocalDate.of(2020, 1, 1), PointInTime.NOW));
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
