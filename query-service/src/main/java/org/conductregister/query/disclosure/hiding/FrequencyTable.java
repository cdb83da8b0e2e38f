package org.conductregister.query.disclosure.hiding;

import java.util.Arrays;

/**
 * Counts by some dimensions, with every margin. A cell has a number; its places are one for each dimension, from 0 on, and the
 * place behind the last is the margin: the sum over the dimension. Immutable.
 */
public final class FrequencyTable {

    private final int[] sizes;
    private final int[] strides;
    private final long[] counts;

    /**
     * A table whose margins are sums.
     *
     * @param sizes how many values each dimension has; none for a single number
     * @param innermost the counts without margins, the last dimension running fastest
     * @throws IllegalArgumentException where the two do not fit
     */
    public FrequencyTable(int[] sizes, long[] innermost) {
        this.sizes = sizes.clone();
        this.strides = new int[sizes.length];
        int cells = 1;
        int inner = 1;
        for (int k = sizes.length - 1; k >= 0; k--) {
            strides[k] = cells;
            cells = Math.multiplyExact(cells, sizes[k] + 1);
            inner *= sizes[k];
        }
        if (innermost.length != inner) {
            throw new IllegalArgumentException("%d counts for %d cells".formatted(innermost.length, inner));
        }
        this.counts = new long[cells];
        var places = new int[sizes.length];
        for (long count : innermost) {
            if (count != 0) {
                addToAllThatInclude(places, count);
            }
            for (int k = sizes.length - 1; k >= 0 && ++places[k] == sizes[k]; k--) {
                places[k] = 0;
            }
        }
    }

    private void addToAllThatInclude(int[] places, long count) {
        for (int margins = 0; margins < 1 << sizes.length; margins++) {
            counts[including(places, margins)] += count;
        }
    }

    /** The number of the cell at some places, with the margin in the dimensions whose bit is set. */
    public int including(int[] places, int margins) {
        int cell = 0;
        for (int k = 0; k < sizes.length; k++) {
            cell += strides[k] * ((margins & 1 << k) == 0 ? places[k] : sizes[k]);
        }
        return cell;
    }

    /** The number of dimensions. */
    public int dimensions() {
        return sizes.length;
    }

    /** The number of values of a dimension; also the place of its margin. */
    public int size(int dimension) {
        return sizes[dimension];
    }

    /** The number of cells, margins included. */
    public int cells() {
        return counts.length;
    }

    public long count(int cell) {
        return counts[cell];
    }

    /** The number of the cell at some places. */
    public int cell(int... places) {
        return including(places, 0);
    }

    /** The places of a cell. */
    public int[] places(int cell) {
        var places = new int[sizes.length];
        Arrays.setAll(places, k -> cell / strides[k] % (sizes[k] + 1));
        return places;
    }

    /** In how many dimensions a cell is a margin. */
    public int margins(int cell) {
        int margins = 0;
        for (int k = 0; k < sizes.length; k++) {
            if (cell / strides[k] % (sizes[k] + 1) == sizes[k]) {
                margins++;
            }
        }
        return margins;
    }
}
