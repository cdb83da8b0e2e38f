/**
 * Flows: the members pending at the beginning and the end of periods, received, closed and reopened, with the same
 * index as all counts. Only the ends of days are compared.
 *
 * <p>A member of the population at the end of a period is in one group, that of its values at that day. It adds to the group
 *
 * <ul>
 *   <li>{@code start}: 1 if it was pending at the end of the day before the period;
 *   <li>{@code received}: 1 if it was not there then;
 *   <li>{@code reopened}: how often it was reopened in the period, which the hidden feature {@code reopenings} counts;
 *   <li>{@code end}: 1 if it is pending at the end of the period;
 *   <li>{@code closed}: how often it was closed, which follows: {@code start + received + reopened - end}.
 * </ul>
 *
 * <p>Whoever moved from one group to another in the period, or into the population, counts in the last one alone, with all that
 * happened to it in the period. So the sum holds in every group, and what is at the end of one period in a group need not be
 * what is at the start of the next.
 *
 * <h2>A worked example</h2>
 *
 * Three cases, and the flows of a week by {@code referral}. Case 1 was pending, and was closed on Monday, reopened on Wednesday and
 * closed on Friday. Case 2 was reported and closed on Tuesday. Case 3 was pending, and was referred on Thursday.
 *
 * <pre>
 *                        start  received  reopened  closed  end
 *   NOT_REFERRED             1         1         1       3    0      cases 1 and 2
 *   AWAITING_DECISION        1         0         0       0    1      case 3
 * </pre>
 *
 * <h2>Two ways</h2>
 *
 * Where the groups and the population are by {@code LastingDimensions} alone, each member is in one group on all days. Then the
 * numbers are differences of counts by status and reopenings, which a rollup has by force: {@code StockFlows}, at the cost of a
 * series. Otherwise each member is looked at at the end of each period: {@code MemberFlows}.
 */
@NullMarked
package org.conductregister.query.statistics.flow;

import org.jspecify.annotations.NullMarked;
