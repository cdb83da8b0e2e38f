package org.conductregister.query.statistics.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.statistics.Flows.Group;
import org.conductregister.query.statistics.Series.Point;
import org.conductregister.query.statistics.Table;
import org.junit.jupiter.api.Test;

/** Flows as differences of counts. */
class StockFlowsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 31);

    @Test
    void whatIsMissingAtTheEndWasClosed() {
        var counts = List.of(
                new Point(DAY, List.of(count("KENT", "PENDING", 0, 10), count("KENT", "CLOSED", 0, 5))),
                new Point(
                        DAY.plusDays(1),
                        List.of(
                                count("DORSET", "PENDING", 0, 1),
                                count("KENT", "CLOSED", 0, 8),
                                count("KENT", "CLOSED", 1, 1),
                                count("KENT", "PENDING", 0, 6),
                                count("KENT", "PENDING", 1, 2))));

        var periods = StockFlows.of(DAY.plusDays(1), counts, 1);

        assertThat(periods).hasSize(1);
        assertThat(periods.getFirst().groups())
                .containsExactly(
                        new Group(List.of("DORSET"), 0, 1, 0, 0, 1), new Group(List.of("KENT"), 10, 2, 7, 3, 8));
    }

    @Test
    void aPeriodInWhichNothingIsHasNoGroups() {
        var counts = List.of(new Point(DAY, List.of()), new Point(DAY.plusDays(1), List.of()));

        assertThat(StockFlows.of(DAY.plusDays(1), counts, 0).getFirst().groups())
                .isEmpty();
    }

    private static Table.Group count(String force, String status, int reopenings, long count) {
        return new Table.Group(List.of(force, status, reopenings), count);
    }
}
