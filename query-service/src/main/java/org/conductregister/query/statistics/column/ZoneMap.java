package org.conductregister.query.statistics.column;

/**
 * By chunk of a column, the lowest and the highest of its values. They only ever widen: who sees them later than the
 * column passes over too little, never too much.
 */
public final class ZoneMap {

    private final IntColumn lowest = new IntColumn();
    private final IntColumn highest = new IntColumn();

    /** Of the last chunk, for who writes. */
    private int lowestOfLast;

    private int highestOfLast;

    /** Takes in the value of a place; places come in order. */
    public void meet(int place, int value) {
        int chunk = place >> IntColumn.SHIFT;
        if (chunk == lowest.size()) {
            lowest.append(value);
            highest.append(value);
            lowestOfLast = value;
            highestOfLast = value;
        } else if (value < lowestOfLast) {
            lowest.set(chunk, value);
            lowestOfLast = value;
        } else if (value > highestOfLast) {
            highest.set(chunk, value);
            highestOfLast = value;
        }
    }

    /** Whether a chunk may have a value in a range, both ends included. */
    public boolean touch(int chunk, int from, int to) {
        return highest.get(chunk) >= from && lowest.get(chunk) <= to;
    }

    public int lowest(int chunk) {
        return lowest.get(chunk);
    }

    public int highest(int chunk) {
        return highest.get(chunk);
    }
}
