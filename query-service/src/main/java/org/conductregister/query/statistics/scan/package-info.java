/**
 * From a plan to an answer: what rollups have, what they lack added by passes over the rows, and the members of a count.
 *
 * <pre>
 *   CountQuery     counts by group      begins with a rollup, or scans
 *     PointScan      a pass over some rows, chunk by chunk, into an array of cells
 *     FullScan       forward from nothing, or back from the last states
 *     HashAggregation  in place of the array, where there are too many cells
 *     DayBuckets, RowsByBucket   the days of a series
 *   MemberQuery    the members of a count, a page at a time
 *     LatestFirstPage  ... the latest reported first
 *   OfficerQuery   officers, by the first among the values of their allegations
 *     OfficerValues, ValuePrecedence, VersionsByPerson
 *   VersionCells, VersionStates   by version: its first cell; its state at a day
 * </pre>
 *
 * <h2>NOW, RUNS or ROWS</h2>
 *
 * A count as known after the first {@code known} rows can begin with three sources ({@code CountQuery.Source}). The one is
 * chosen that leaves the fewest rows to look at:
 *
 * <pre>
 *   rows         0 ................................................ 9_728 .... 9_980 ... 10_000
 *                                                        last run ends    merged      newest
 *
 *   NOW    prefix sums of a rollup: all rows merged       looks at the rows between merged and known
 *   RUNS   sorted runs of a rollup: rows up to a run      looks at the rows between the last run and known
 *   ROWS   nothing                                        looks at all known rows, or all versions: FullScan
 * </pre>
 *
 * <p>As known now, {@code known} is 10,000: NOW leaves 20 rows, which are pending in the rollup with their groups, and the
 * answer takes some 0.3 µs. As known when there were 9,900 rows: NOW leaves 80, which are taken off again; RUNS would leave
 * 172. As known when there were 5,000: NOW would leave 4,980, RUNS leaves less than a run (512 rows for one dimension, 8,192 for
 * several), so RUNS. A rollup without runs gives NOW, or ROWS where that leaves fewer rows. A question that no rollup covers is
 * ROWS: the zone maps skip chunks without a day or report of interest,
 * and of the two ways of {@code FullScan}, forward from nothing or back from the last states, the shorter one is taken.
 *
 * <p>Days before 1900-01-01 or after 2079-06-04 have no {@code DayCode} of their own. Where the day asked about is one of these, the rows
 * with such days are compared one by one at the end ({@code PointTable.View.forEachUncoded}).
 */
@NullMarked
package org.conductregister.query.statistics.scan;

import org.jspecify.annotations.NullMarked;
