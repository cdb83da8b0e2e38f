/**
 * From a record's facts to its path through the states, and from two paths to the points between them.
 *
 * <p>{@link org.conductregister.query.statistics.path.RegisterFold} applies one entry of the log after another. Each record
 * in memory ({@code CaseRecord}, {@code Person}, {@code RecommendationRecord}) folds its facts in a {@code Timeline} and
 * keeps a {@link org.conductregister.query.statistics.path.UnitPath} for each unit it makes. An entry that is the latest of
 * its record by day appends a step to some paths; any other has the record folded again and its paths replaced from a day on.
 * Either way the difference is emitted to a {@link org.conductregister.query.statistics.path.PointSink}:
 *
 * <pre>
 *  path before:   PENDING ------------------------------------------->
 *  path after:    PENDING -----------> CLOSED ----------------------->      CaseClosed, recorded late
 *                                      2012-03-05
 *  points:                             2012-03-05: PENDING -> CLOSED
 *
 *  path before:   PENDING -----------> CLOSED ----------------------->
 *  path after:    PENDING -------------------------> CLOSED --------->      the closing re-dated by a month
 *                                      2012-03-05    2012-04-05
 *  points:                             2012-03-05: CLOSED  -> PENDING
 *                                      2012-04-05: PENDING -> CLOSED
 * </pre>
 *
 * <p>Records depend on one another: an allegation shows how the person it is against stands, and a case can dismiss a person
 * who is named in other cases. {@code Person.StandingChange} changes a person's standing and traces all cases concerned in
 * the only order that is right.
 *
 * <p>Records used last are cached; all others are restored from their bytes in
 * {@link org.conductregister.query.statistics.history} when an entry concerns them. Everything here runs on one thread.
 */
@NullMarked
package org.conductregister.query.statistics.path;

import org.jspecify.annotations.NullMarked;
