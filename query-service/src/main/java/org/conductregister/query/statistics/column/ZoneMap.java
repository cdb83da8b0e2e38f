package org.conductregister.query.statistics.column;

/**
 * The lowest and the highest value of each chunk of a column (a zone map, also called min/max or block range index), so that
 * a scan may skip chunks that hold nothing of interest. One thread adds; any thread may read a {@link View}.
 */
public final class ZoneMap {

    private final IntColumn lowest = new IntColumn();
    private final IntColumn highest = new IntColumn();

    /** The lowest value of the last chunk. */
    private int lowestOfLast;

    private int highestOfLast;

    /**
     * Adds a value of the column; O(1).
     *
     * @param index of the value: 0 at first, then one more each time
     */
    public void add(int index, int value) {
        int chunk = index >> IntColumn.SHIFT;
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

    /** A view of the chunks that have a value by now. */
    public View view() {
        return new View(lowest.view(), highest.view());
    }

    /**
     * The ranges of the chunks of a column. Values added after the view was made may widen the range of the last chunk; a
     * scan then skips less than it could, never too much.
     */
    public static final class View {

        private final IntColumn.View lowest;
        private final IntColumn.View highest;

        private View(IntColumn.View lowest, IntColumn.View highest) {
            this.lowest = lowest;
            this.highest = highest;
        }

        /** Whether a chunk may hold a value from {@code from} to {@code to}, both included; O(1). */
        public boolean overlaps(int chunk, int from, int to) {
            return highest.get(chunk) >= from && lowest.get(chunk) <= to;
        }

        /** No value of a chunk is lower. */
        public int lowest(int chunk) {
            return lowest.get(chunk);
        }

        /** No value of a chunk is higher. */
        public int highest(int chunk) {
            return highest.get(chunk);
        }
    }
}
