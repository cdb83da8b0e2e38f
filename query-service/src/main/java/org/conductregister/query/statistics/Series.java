package org.conductregister.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.statistics.Table.Group;

/**
 * One question as at several days.
 *
 * @param knownAt as of {@link Table}
 * @param position of the last entry that was known
 */
public record Series(Instant knownAt, long position, List<Point> points) {

    /** The {@link Table#groups} as at this day. */
    public record Point(LocalDate asAt, List<Group> groups) {

        public Point {
            groups = List.copyOf(groups);
        }
    }

    public Series {
        points = List.copyOf(points);
    }
}
