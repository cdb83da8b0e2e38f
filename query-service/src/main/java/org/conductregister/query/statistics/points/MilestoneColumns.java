package org.conductregister.query.statistics.points;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.points.ParquetColumn.Kind;

/**
 * The columns that say which milestones hold, a flag each: arithmetic on bits is spelt otherwise in each engine.
 *
 * @param field of the state that has the milestones as bits
 */
record MilestoneColumns(int field) {

    private record Milestone(String name, int bit) {}

    private static final List<Milestone> ALL = List.of(
            new Milestone("hasReferral", Milestones.REFERRED),
            new Milestone("hasDecision", Milestones.DECIDED),
            new Milestone("hasListing", Milestones.LISTED),
            new Milestone("hasFinding", Milestones.FOUND),
            new Milestone("hasOutcome", Milestones.OUTCOME),
            new Milestone("isClosed", Milestones.CLOSED),
            new Milestone("isFinalised", Milestones.FINALISED),
            new Milestone("isSuspended", Milestones.SUSPENDED),
            new Milestone("hasLeft", Milestones.LEFT),
            new Milestone("hadLeftBefore", Milestones.LEFT_BEFORE));

    static Stream<ParquetColumn> columns() {
        return ALL.stream().map(milestone -> ParquetColumn.of(milestone.name(), Kind.FLAG));
    }

    /** Writes them into the columns of the row from one on. */
    void write(TupleDictionary.View states, int tuple, ParquetTable table, int first) {
        int bits = (int) states.value(tuple, field);
        for (int i = 0; i < ALL.size(); i++) {
            table.put(first + i, (bits & ALL.get(i).bit()) != 0);
        }
    }
}
