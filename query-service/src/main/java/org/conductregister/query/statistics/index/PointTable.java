package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.DayColumn;
import org.conductregister.query.statistics.column.DictionaryColumn;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.column.RankSelectBits;
import org.conductregister.query.statistics.column.ZoneMap;

/**
 * The points of one unit, a row each, in order of position: from the end of a day on, a member version makes a transition.
 * Rows are appended and never changed, so the first {@code n} rows are what was known at some position. One thread appends;
 * any thread may read a {@link View}. A little more than 8 bytes a row.
 */
public final class PointTable {

    private final RankSelectBits positions;
    private final DayColumn day;
    private final IntColumn version;
    private final DictionaryColumn transition;

    private final ZoneMap daysByChunk = new ZoneMap();
    private final ZoneMap versionsByChunk = new ZoneMap();
    private final ZoneMap reportedByChunk = new ZoneMap();

    PointTable() {
        this(new RankSelectBits(), new DayColumn(), new IntColumn(), new DictionaryColumn());
    }

    private PointTable(RankSelectBits positions, DayColumn day, IntColumn version, DictionaryColumn transition) {
        this.positions = positions;
        this.day = day;
        this.version = version;
        this.transition = transition;
    }

    /**
     * Appends a row; O(1).
     *
     * @param position of the entry that the point comes from; no lower than that of the row before
     * @param day as days since 1970-01-01
     * @param reported the day on which the version was reported, likewise
     */
    void append(int position, int day, int version, int transition, int reported) {
        addToZones(size(), DayCode.code(day), version, reported);
        positions.append(position);
        this.day.append(day);
        this.version.append(version);
        this.transition.append(transition);
    }

    private void addToZones(int row, char day, int version, int reported) {
        daysByChunk.add(row, day);
        versionsByChunk.add(row, version);
        reportedByChunk.add(row, reported);
    }

    /** The number of rows. */
    int size() {
        return transition.size();
    }

    /** The {@link DayCode} of a row's day. */
    char day(int row) {
        return day.code(row);
    }

    /** The version that a row is of. */
    int version(int row) {
        return version.get(row);
    }

    /** The number of a row's transition. */
    int transition(int row) {
        return transition.get(row);
    }

    /** The number of rows that come from entries up to a position. */
    int sizeAt(long position) {
        return positions.sizeAt(position, size());
    }

    /** A view of the first rows. */
    View view(int rows) {
        return new View(this, rows);
    }

    /** Reads what {@link View#save} wrote; {@link #rebuildDerived} must follow. */
    static PointTable load(LoadStream in) throws IOException {
        int size = in.readInt();
        return new PointTable(
                RankSelectBits.load(in),
                DayColumn.load(size, in),
                IntColumn.load(size, in),
                DictionaryColumn.load(size, in));
    }

    /**
     * Builds what is not saved.
     *
     * @param reported by version, the day on which it was reported
     */
    void rebuildDerived(IntUnaryOperator reported) {
        for (int row = 0; row < size(); row++) {
            addToZones(row, day.code(row), version.get(row), reported.applyAsInt(version.get(row)));
        }
    }

    /**
     * The first {@link #size()} rows. Reads are O(1). Chunks of {@link IntColumn#CHUNK} rows are handed out as arrays for
     * loops; they are the writer's, must not be changed, and are not to be read beyond the size.
     */
    public static final class View {

        private final int size;
        private final RankSelectBits.View positions;
        private final DayColumn.View day;
        private final IntColumn.View version;
        private final DictionaryColumn.View transition;
        private final ZoneMap.View daysByChunk;
        private final ZoneMap.View versionsByChunk;
        private final ZoneMap.View reportedByChunk;

        private View(PointTable table, int size) {
            this.size = size;
            this.positions = table.positions.view(size);
            this.day = table.day.view(size);
            this.version = table.version.view(size);
            this.transition = table.transition.view(size);
            this.daysByChunk = table.daysByChunk.view();
            this.versionsByChunk = table.versionsByChunk.view();
            this.reportedByChunk = table.reportedByChunk.view();
        }

        /** The number of rows. */
        public int size() {
            return size;
        }

        /** The number of rows that come from entries up to a position. */
        public int sizeAt(long position) {
            return positions.sizeAt(position);
        }

        /** The {@link DayCode} of a row's day. */
        public char day(int row) {
            return day.code(row);
        }

        /** The day of a row, as days since 1970-01-01. */
        public int epochDay(int row) {
            return day.get(row);
        }

        /** The version that a row is of. */
        public int version(int row) {
            return version.get(row);
        }

        /** The number of a row's transition. */
        public int transition(int row) {
            return transition.get(row);
        }

        /** The {@link DayCode}s of the rows of a chunk. */
        public char[] days(int chunk) {
            return day.chunk(chunk);
        }

        /** The versions that the rows of a chunk are of. */
        public int[] versions(int chunk) {
            return version.chunk(chunk);
        }

        /** The transitions of the rows of a chunk, to be read with {@link #transition(char, int, int)}. */
        public char[] transitions(int chunk) {
            return transition.chunk(chunk);
        }

        /**
         * The number of a transition.
         *
         * @param number as in {@link #transitions}
         * @param offset of the row in the chunk
         */
        public int transition(char number, int chunk, int offset) {
            return number == DictionaryColumn.OVERFLOW ? transition.get((chunk << IntColumn.SHIFT) + offset) : number;
        }

        /** The number of versions that any of the first rows is of: those with lower numbers; O(chunks). */
        int versionsOf(int known) {
            int highest = MemberVersions.NONE;
            int whole = known >> IntColumn.SHIFT;
            for (int chunk = 0; chunk < whole; chunk++) {
                highest = Math.max(highest, versionsByChunk.highest(chunk));
            }
            for (int row = whole << IntColumn.SHIFT; row < known; row++) {
                highest = Math.max(highest, version(row));
            }
            return highest + 1;
        }

        /** Is given the rows of one chunk after another. */
        @FunctionalInterface
        public interface ChunkReader {

            /**
             * Reads rows.
             *
             * @param from the place of the first in the arrays
             * @param to the end of the rows in the arrays; what these hold elsewhere means nothing
             * @param days {@link DayCode}s
             * @param transitions the numbers of the transitions, good until the next call
             */
            void read(int from, int to, char[] days, int[] versions, int[] transitions);
        }

        /**
         * Reads rows in order but for chunks in which every row is later than a day; O(rows).
         *
         * @param begin the first
         * @param end the end of those that are read
         * @param upTo a {@link DayCode}; among rows that are no later, later ones are read too
         */
        public void forEachChunk(int begin, int end, int upTo, ChunkReader reader) {
            var decoded = new int[Math.min(end, IntColumn.CHUNK)];
            for (int row = begin; row < end; row = (row | IntColumn.MASK) + 1) {
                int chunk = row >> IntColumn.SHIFT;
                if (daysByChunk.lowest(chunk) <= upTo) {
                    int from = row & IntColumn.MASK;
                    int to = Math.min(IntColumn.CHUNK, from + end - row);
                    transition.read(chunk, from, to, decoded);
                    reader.read(from, to, day.chunk(chunk), version.chunk(chunk), decoded);
                }
            }
        }

        /** The lowest and highest {@link DayCode} in each chunk. */
        public ZoneMap.View daysByChunk() {
            return daysByChunk;
        }

        /** The lowest and highest version in each chunk. */
        public ZoneMap.View versionsByChunk() {
            return versionsByChunk;
        }

        /** The earliest and latest day on which a version of each chunk was reported, as days since 1970-01-01. */
        public ZoneMap.View reportedByChunk() {
            return reportedByChunk;
        }

        /**
         * Calls an action with each row that is no later than a day although {@link DayCode#upTo} of that day is lower than
         * the row's code: only where neither has a code of its own. O(1) for a day with a code, else O(n) of the days
         * without.
         *
         * @param known looks at the first rows only
         * @param asAt as days since 1970-01-01
         */
        public void forEachUncoded(int known, int asAt, IntConsumer action) {
            if (DayCode.hasCode(asAt)) {
                return;
            }
            var uncoded = day.uncoded();
            for (int i = 0; i < uncoded.size() && uncoded.index(i) < known; i++) {
                int rowDay = uncoded.value(i);
                if (rowDay <= asAt && DayCode.code(rowDay) > DayCode.upTo(asAt)) {
                    action.accept(uncoded.index(i));
                }
            }
        }

        /**
         * Calls an action with each row that is no later than a day, and whose own day has no code of its own: O(n) of these.
         *
         * @param known looks at the first rows only
         * @param asAt as days since 1970-01-01
         */
        public void forEachWithoutCode(int known, int asAt, IntConsumer action) {
            var uncoded = day.uncoded();
            for (int i = 0; i < uncoded.size() && uncoded.index(i) < known; i++) {
                if (uncoded.value(i) <= asAt) {
                    action.accept(uncoded.index(i));
                }
            }
        }

        /** Writes the rows; O(n). */
        void save(SaveStream out) throws IOException {
            out.writeInt(size);
            positions.save(out);
            day.save(out);
            version.save(out);
            transition.save(out);
        }
    }
}
