package org.conductregister.query.statistics.benchmark.queries;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.query.statistics.benchmark.oracle.State;
import org.jspecify.annotations.Nullable;

/**
 * A question of the benchmark with its parameters.
 *
 * @param knownAt in microseconds since 1970-01-01; plays no part where the query asks for what is known now
 * @param only the code that each of these columns must have
 * @param reportedFrom null where reports of any day count; both ends included
 * @param withoutTag left out of the count; null where none is
 */
public record QueryParameters(
        Query query,
        LocalDate asAt,
        long knownAt,
        Map<Column, Integer> only,
        @Nullable LocalDate reportedFrom,
        @Nullable LocalDate reportedTo,
        @Nullable String withoutTag) {

    /** The last days of the months of a series. */
    public static final List<LocalDate> MONTHS = IntStream.range(0, 12 * Plan.YEARS)
            .mapToObj(month -> Plan.FIRST_DAY.plusMonths(month + 1).minusDays(1))
            .toList();

    public boolean counts(State state) {
        for (var filter : only.entrySet()) {
            if (state.code(filter.getKey()) != filter.getValue()) {
                return false;
            }
        }
        boolean inTime = reportedFrom == null
                || (state.reported() >= reportedFrom.toEpochDay() && state.reported() <= reportedTo.toEpochDay());
        return inTime && (tagBit() & state.tags()) == 0;
    }

    /** Returns the bit of the tag left out; 0 for none. */
    public int tagBit() {
        return withoutTag == null ? 0 : State.bit(withoutTag);
    }

    /** The force asked for, by its place among {@link Vocabulary#FORCES}; null for all. */
    public @Nullable Integer force() {
        return only.get(Column.FORCE);
    }
}
