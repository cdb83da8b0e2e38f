/**
 * How long it took members from one moment to another, with the same index as all counts.
 *
 * <pre>
 *   DurationQuery       the durations of each group; the members of one
 *     MemberMeasure       how long it took one member: most of them by days added up in one pass over the rows,
 *       DaySums             where it began with the report and is such a sum, or
 *       MilestoneSums       where the day of each moment is; others by
 *       MemberDuration      its path, day by day: the definition
 *         MemberPath          the states of a member by day
 *     MilestonesOfStates  what holds in each state
 *     DayCount            calendar days or working days
 *   DurationsOfGroups   the durations met, by group
 *     DividedGroups       groups of a set of values divided into those of each
 *     Distributions       quantiles, means and shares
 * </pre>
 *
 * <p>A moment is the day since which a {@link org.conductregister.query.statistics.dimension.Milestones milestone} has held: a
 * bit in the states of allegations and cases. Most milestones never cease to hold; then the days of the points at which one
 * begins to hold, less the days of those at which it ceases to, add up to that day, whatever was corrected and in whatever order
 * it was recorded.
 *
 * <h2>A worked example</h2>
 *
 * A case is opened on day 1 and closed on day 11; then the closing is re-dated to day 12, it is reopened on day 60 and closed on
 * day 65. All points at which CLOSED begins (+) or ceases (-) to hold:
 *
 * <pre>
 *   position  2     3         4     5
 *   day       +11   -11 +12   -60   +65        sum: 17
 * </pre>
 *
 * The sum is 65, the day since which it has been closed, less the 48 days for which it stood closed before. From the opening to
 * the closing it took 17 - 1 = 16 days: 11 up to day 12, and 5 from day 60 on. In working days each day is replaced with the
 * number of working days up to it. This is how all durations from REPORTED to CLOSED are found, and to other moments where nothing
 * ceased to hold: the days up to which a member was neither suspended nor had reached the moment. From other moments on, the sum for
 * each moment is its day. The few members that were reopened, or of which a milestone ceased to hold, are measured on their paths.
 */
@NullMarked
package org.conductregister.query.statistics.duration;

import org.jspecify.annotations.NullMarked;
