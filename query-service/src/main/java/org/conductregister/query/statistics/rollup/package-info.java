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
 *              counts as known now: two numbers added              looked at one by one
 *
 *   |--- level 1: 8 runs ---|--- level 1: 8 runs ---|0 |0 |0 |....
 *              SumRuns: counts as known at any run's end           the open run: scanned by
 *              a few runs of each level, a binary search in each   those who ask in the midst of it
 * </pre>
 *
 * <ul>
 *   <li><b>As known now</b>: {@link org.conductregister.query.statistics.rollup.PrefixSums} by group, O(1) a group for any
 *       day. A commit leaves its points pending, and merges them once
 *       {@link org.conductregister.query.statistics.rollup.Granularity#maxPending} are.
 *   <li><b>As known at any instant</b>: {@link org.conductregister.query.statistics.rollup.SumRuns}, O(log n) runs a group,
 *       then a scan of the points since the last run. The literature has it as the logarithmic method (Bentley and Saxe), or
 *       as tiered compaction in an LSM tree; runs are kept after they are merged, for they are what was known before.
 * </ul>
 *
 * <h2>A worked example</h2>
 *
 * A rollup by status with two points to a run, and two groups: P (pending) and C (closed). Days are those of one month.
 *
 * <pre>
 *   point  day  leaves  enters        run 0: P  day 2: 1              run 1: P  day 3: 1  day 9: 0
 *     0     2    -       P                   P  day 5: 2                     C  day 9: 1
 *     1     5    -       P
 *     2     3    -       P            P as known now, by day (PrefixSums):
 *     3     9    P       C            day   1  2  3  4  5  6  7  8  9
 *     4     7    P       C  pending         0  1  2  2  3  3  3  3  2
 * </pre>
 *
 * How many are pending at the end of day 8? As known now, with point 4: {@code 3} from the prefix sums, and point 4 is pending
 * and took one from P on day 7, so 2. As known when only points 0 to 2 were: run 0 covers points 0 and 1, and has 2 for P up to
 * day 8; point 2 is scanned and adds one, so 3.
 */
@NullMarked
package org.conductregister.query.statistics.rollup;

import org.jspecify.annotations.NullMarked;
