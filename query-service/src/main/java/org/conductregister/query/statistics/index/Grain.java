package org.conductregister.query.statistics.index;

/**
 * How finely the index is made: no answer depends on it, only their cost does.
 *
 * @param mostWaiting so many rows may wait before the counts kept ready take them in; readers look at each meanwhile
 * @param stratumShift the logarithm of the rows that make a stratum, of which readers look at half on average
 */
record Grain(int mostWaiting, int stratumShift) {

    /** How much larger the logarithm is for a grouping by several dimensions: the more groups, the more a stratum holds. */
    private static final int COARSER = 4;

    static final Grain USUAL = new Grain(128, 9);

    int stratumShift(NamedGrouping named) {
        return named.dimensions().size() > 1 ? stratumShift + COARSER : stratumShift;
    }
}
