/**
 * Counts kept up to date for the groupings people ask for most
 * ({@link org.conductregister.query.statistics.rollup.RollupDefinition}), so that a question need not scan all points.
 *
 * <p>A {@link org.conductregister.query.statistics.rollup.Rollup} numbers the combinations of values of its dimensions as
 * groups. A point makes the count of the group that its unit leaves one less, and that of the group it enters one more, from a
 * day on. What has been counted is held in two forms, and what is new waits:
 *
 * <pre>
 *   points, in order recorded
 *   0 . . . . . . . . . . . . . . . . . . . . . . . . . . merged . . . . size
 *   |--------- PrefixSums, one for each group -----------------|-- pending --|
 *              counts as known now: of block, and in it           looked at one by one
 *
 *   |--- level 1: 8 runs ---|--- level 1: 8 runs ---|0 |0 |0 |....
 *              SumRuns: counts as known at any run's end           the open run: scanned by
 *              a few runs of each level, a binary search in each   those who ask in the midst of it
 * </pre>
 *
 * <ul>
 *   <li><b>As known now</b>: {@link org.conductregister.query.statistics.rollup.PrefixSums} by group, O(1) a group for any
 *       day; a day takes one byte, or two or four where a group changes much ({@link org.conductregister.query.statistics.rollup.PackedInts}). A commit leaves its points pending, and merges them once there are
 *       {@link org.conductregister.query.statistics.rollup.Granularity#maxPending}.
 *   <li><b>As known at any instant</b>, for definitions that ask for it: {@link org.conductregister.query.statistics.rollup.SumRuns}, O(log n) runs a group,
 *       then a scan of the points since the last run. The literature has it as the logarithmic method (Bentley and Saxe), or
 *       as tiered compaction in an LSM tree; small runs are kept after they were combined, since a question about an
 *       earlier instant reads them.
 * </ul>
 *
 * <h2>A worked example</h2>
 *
 * A rollup by status with two points to a run, and two groups: O (open) and C (closed). Days are those of one month.
 *
 * <pre>
 *   point  day  leaves  enters        run 0: O  day 2: 1              run 1: O  day 3: 1  day 9: 0
 *     0     2    -       O                   O  day 5: 2                     C  day 9: 1
 *     1     5    -       O
 *     2     3    -       O            O, merged points only, by day (PrefixSums):
 *     3     9    O       C            day   1  2  3  4  5  6  7  8  9
 *     4     7    O       C  pending         0  1  2  2  3  3  3  3  2
 * </pre>
 *
 * How many are open at the end of day 8? As known now, with point 4: {@code 3} from the prefix sums; point 4, which is not merged
 * yet, took one from O on day 7, so 2. As known when only points 0 to 2 were: run 0 covers points 0 and 1, and has 2 for O up to
 * day 8; point 2 is scanned and adds one, so 3.
 */
@NullMarked
package org.conductregister.query.statistics.rollup;

import org.jspecify.annotations.NullMarked;
