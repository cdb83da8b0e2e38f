package org.conductregister.query.statistics.index;

/**
 * How finely the index is made: no answer depends on it, only their cost does.
 *
 * @param mostWaiting so many rows may wait before the counts kept ready take them in; readers look at each meanwhile
 * @param stratumShift the logarithm of the rows that make a stratum, of which readers look at half on average
 */
record Grain(int mostWaiting, int stratumShift) {

    static final Grain USUAL = new Grain(128, 10);

    boolean endsStratum(int row) {
        return (row + 1 & (1 << stratumShift) - 1) == 0;
    }
}
