/**
 * From a question to cells. A plan says how a question is answered, whatever its times; it is made once and cached, and knows
 * which numbers of profiles and states are of interest, so that no name is compared while rows are counted.
 *
 * <pre>
 *   Question                Selection            QueryPlan
 *   unit, population,  ->   without times,  ->     window     DayWindow: limits on days of reports and referrals
 *   groups, times           whole years            grouping   GroupingPlan
 *                                                    profiles   TupleGrouping: profile -> part, or none
 *                                                    states     TupleGrouping: state -> part, or none
 *                                                    offsets    TransitionOffsets: transition -> cell left, cell entered
 *                                                    rollup     the one that has the counts, if any
 *                                                    layout     CellLayout: parts -> cells -> groups of the answer
 *   QueryPlanCache: plans, groupings, and for lists of members CandidateMembers
 * </pre>
 *
 * <p>A selection has no times, and limits by days that are whole years become limits on {@code reportedYear} or
 * {@code referredYear}. A <em>part</em> is the tuples that pass the filter and have the same values in the dimensions grouped by.
 *
 * <h2>An example</h2>
 *
 * Allegations of rape, by force and status. The predicate on profiles is {@code category = RAPE}, and {@code force} is a fixed
 * dimension, {@code status} a changing one:
 *
 * <pre>
 *   profile                    part                state              part
 *     0  KENT,  RAPE            0  (KENT)            1  PENDING, ...   0  (PENDING)
 *     1  KENT,  STALKING        none                 2  CLOSED, ...    1  (CLOSED)
 *     2  ESSEX, RAPE            1  (ESSEX)           3  PENDING, ...   0
 *     3  KENT,  RAPE, with tag  0
 *
 *   cells     0            1              2             3            4               5
 *             KENT,        KENT,          KENT,         ESSEX,       ESSEX,          ESSEX,
 *             not selected PENDING        CLOSED        not selected PENDING         CLOSED
 * </pre>
 *
 * The first cell of profile 2 is 3. The transition from state 1 to state 2 has the offsets 1 and 2. So a row of a version with
 * profile 2 that makes it takes one from cell 4 and adds one to cell 5, and the transition from "does not exist" (offset 0) to
 * state 1 takes one from cell 3, which is in no answer, and adds one to cell 4. In the end every selected cell whose count is not 0 is a group:
 * (ESSEX, PENDING), and so on.
 *
 * <p>No rollup has both category, force and status, so rows must be scanned. By force and status alone the rollup (force,
 * status) has the counts, and the layout maps its groups to the cells instead.
 *
 * <p>Profiles and states that are added to the index later are looked at when a snapshot that has them is asked about. A plan
 * is for snapshots of one index: a rebuilt one numbers its tuples anew and has a cache of its own.
 */
@NullMarked
package org.conductregister.query.statistics.plan;

import org.jspecify.annotations.NullMarked;
