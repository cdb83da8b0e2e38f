package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.disclosure.Groups.Group;
import org.conductregister.query.disclosure.ReaderKnowledge.Subject;
import org.conductregister.query.disclosure.Released.Cell;
import org.conductregister.query.disclosure.attack.SafetyCheck;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests what is worked out from two tables, one of which shows what the other hides a part of. */
class ReaderKnowledgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @Test
    void aChangeByFewerThanTheThresholdIsKnown() {
        assertThat(exposedBeforeItGrewTo(7)).containsExactly(List.of("KENT"));
    }

    @Test
    void aChangeByTheThresholdOrMoreIsNotKnown() {
        assertThat(exposedBeforeItGrewTo(8)).isEmpty();
    }

    /** The 3 of Kent were hidden among 12; a day later they are more, and shown. */
    private static List<List<@Nullable Object>> exposedBeforeItGrewTo(int later) {
        var knowledge = new ReaderKnowledge(groups(later, 9), 5);
        knowledge.add(table(
                question(Unit.CASES, TODAY, "force"),
                cell(3, CellState.SMALL, "KENT"),
                cell(9, CellState.SECONDARY, "ESSEX"),
                cell(12, CellState.SHOWN, (Object) null)));
        knowledge.add(table(
                question(Unit.CASES, TODAY.plusDays(1), "force"),
                cell(later, CellState.SHOWN, "KENT"),
                cell(9, CellState.SECONDARY, "ESSEX"),
                cell(later + 9, CellState.SECONDARY, (Object) null)));
        return exposed(knowledge);
    }

    @Test
    void aTotalIsKnownByWhatAnotherUnitShows() {
        assertThat(exposedBeside(8)).containsExactly(List.of("KENT", "FRAUD"), List.of("KENT", "THEFT"));
        assertThat(exposedBeside(4)).as("4 more allegations than cases").hasSize(2);
    }

    @Test
    void aTotalThatIsFarFromThatOfAnotherUnitIsNotKnown() {
        assertThat(exposedBeside(13)).isEmpty();
    }

    /** Twice 4 allegations in Kent, whose total is hidden, and cases that are shown. */
    private static List<List<@Nullable Object>> exposedBeside(int cases) {
        var knowledge = new ReaderKnowledge(groups(cases, 40), 5);
        knowledge.add(table(
                question(Unit.CASES, TODAY, "force", "category"),
                cell(4, CellState.SMALL, "KENT", "FRAUD"),
                cell(4, CellState.SMALL, "KENT", "THEFT"),
                cell(8, CellState.SECONDARY, "KENT", null),
                cell(20, CellState.SECONDARY, "ESSEX", "FRAUD"),
                cell(20, CellState.SECONDARY, "ESSEX", "THEFT"),
                cell(40, CellState.SECONDARY, "ESSEX", null),
                cell(24, CellState.SHOWN, null, "FRAUD"),
                cell(24, CellState.SHOWN, null, "THEFT"),
                cell(48, CellState.SHOWN, null, null)));
        knowledge.add(table(
                question(Unit.CASES, TODAY, "force"),
                cell(cases, CellState.SHOWN, "KENT"),
                cell(40, CellState.SECONDARY, "ESSEX"),
                cell(cases + 40, CellState.SECONDARY, (Object) null)));
        return exposed(knowledge);
    }

    private static List<List<@Nullable Object>> exposed(ReaderKnowledge knowledge) {
        var exposed = new ArrayList<List<@Nullable Object>>();
        new SafetyCheck(TimeLimit.in(Duration.ofMinutes(1)))
                .exposed(knowledge.knowledge(), secret -> true)
                .forEach(secret -> exposed.add(((Subject) secret.subject()).values()));
        return exposed;
    }

    private static Groups groups(int inKent, int inEssex) {
        return new Groups(
                List.of("force"),
                List.of(Population.EVERYTHING),
                List.of(new Group(List.of(List.of("KENT")), inKent), new Group(List.of(List.of("ESSEX")), inEssex)));
    }

    private static Question question(Unit unit, LocalDate asAt, String... groupBy) {
        return new Question(unit, Population.EVERYTHING, List.of(groupBy), new PointInTime(asAt, PointInTime.NOW));
    }

    private static Released table(Question question, Cell... cells) {
        return new Released(question, DisclosureRule.USUAL, List.of(cells));
    }

    private static Cell cell(long count, CellState state, @Nullable Object... values) {
        return new Cell(Arrays.asList(values), count, state);
    }
}
