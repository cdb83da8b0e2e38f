package org.conductregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.disclosure.Released.Cell;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.api.Test;

class ReductionTest {

    private final Released table = new Released(
            new Question(
                    Unit.ALLEGATIONS,
                    Population.EVERYTHING,
                    List.of("force", "category", "status"),
                    new PointInTime(LocalDate.of(2026, 1, 5), PointInTime.NOW)),
            DisclosureRule.USUAL,
            List.of(
                    new Cell(Arrays.asList("KENT", "FRAUD", "PENDING"), 9, CellState.SHOWN),
                    new Cell(Arrays.asList("KENT", "FRAUD", null), 9, CellState.SHOWN)));

    @Test
    void aTableWhoseSharedDimensionsOneOtherHasIsItsMargin() {
        var ear = Reduction.ear(table, List.of(List.of("force", "category", "reportedYear")));

        assertThat(ear.question().groupBy()).containsExactly("force", "category");
    }

    @Test
    void aTableWhoseSharedDimensionsNoOtherHasTogetherStaysAsItIs() {
        var others = List.of(List.of("force", "reportedYear"), List.of("category", "reportedYear"));

        assertThat(Reduction.ear(table, others)).isEqualTo(table);
    }
}
