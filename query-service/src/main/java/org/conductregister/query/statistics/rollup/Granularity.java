package org.conductregister.query.statistics.rollup;

/**
 * How finely rollups are kept, and how finely passes over rows are divided. No answer depends on it, only what answers and
 * appending cost.
 *
 * @param maxPending how many points may be pending before rollups merge them; a count looks at each that is
 * @param runShift the base-2 logarithm of the points in a run of {@link SumRuns}; a count at an earlier instant looks at half a
 *     run's points on average
 * @param leastInPart the least number of rows, or of versions, that several threads divide among themselves
 */
public record Granularity(int maxPending, int runShift, int leastInPart) {

    /** Added to {@link #runShift} for several dimensions: a run has an array element for each group, however few points it has. */
    private static final int SHIFT_OF_SEVERAL = 4;

    /** The granularity used outside tests: 128 points pending, 512 points in a run, parts that take some tenths of a millisecond. */
    public static final Granularity USUAL = new Granularity(128, 9, 1 << 16);

    /** Rollups as finely as this, where all is read by one thread. */
    public Granularity(int maxPending, int runShift) {
        this(maxPending, runShift, Integer.MAX_VALUE);
    }

    int runShift(RollupDefinition definition) {
        return definition.dimensions().size() > 1 ? runShift + SHIFT_OF_SEVERAL : runShift;
    }
}
