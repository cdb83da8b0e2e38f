package org.conductregister.query.statistics;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a {@link Question}.
 *
 * @param knownAt as asked, or the latest there is: the same answer can be had at it for ever
 * @param position of the last entry that was known
 * @param total how many there are in all, each counted once, whatever they were grouped by
 * @param groups in order of their values; none of them empty. They add up to more than the total where several values of a
 *     dimension can hold at once
 */
public record Table(Instant knownAt, long position, long total, List<Group> groups) {

    /**
     * Units that are alike.
     *
     * @param values of the dimensions asked for, in their order: strings, whole numbers or booleans
     * @param count never 0
     */
    public record Group(List<Object> values, long count) {}

    public Table {
        groups = List.copyOf(groups);
    }

    /** A table whose groups add up to the total. */
    public Table(Instant knownAt, long position, List<Group> groups) {
        this(knownAt, position, total(groups), groups);
    }

    /** The sum of the counts of some groups. */
    public static long total(List<Group> groups) {
        long total = 0;
        for (var group : groups) {
            total += group.count();
        }
        return total;
    }
}
