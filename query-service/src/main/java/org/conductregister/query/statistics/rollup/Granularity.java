package org.conductregister.query.statistics.rollup;

/**
 * How finely the index is made: no answer depends on it, only their cost does.
 *
 * @param mostWaiting so many rows may wait before the counts kept ready take them in; readers look at each meanwhile
 * @param runShift the logarithm of the rows that make a run, of which readers look at half on average
 */
public record Granularity(int mostWaiting, int runShift) {

    /** How much larger the logarithm is for a grouping by several dimensions: the more groups, the more a run holds. */
    private static final int COARSER = 4;

    public static final Granularity USUAL = new Granularity(128, 9);

    int runShift(RollupDefinition named) {
        return named.dimensions().size() > 1 ? runShift + COARSER : runShift;
    }
}
