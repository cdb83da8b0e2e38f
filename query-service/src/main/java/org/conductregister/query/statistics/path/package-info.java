/**
 * From a record's facts to its path through the states, and from two paths to the points between them.
 *
 * <p>{@link org.conductregister.query.statistics.path.RegisterFold} applies one entry of the log after another. Each record
 * in memory ({@code CaseRecord}, {@code Person}, {@code RecommendationRecord}) folds its facts in a {@code Timeline} and
 * keeps a {@link org.conductregister.query.statistics.path.UnitPath} for each unit it makes. An entry dated on or
 * after the latest day of its record appends a step to some paths, however long afterwards it was recorded; an entry out of
 * order, or a correction, has the record folded again and its paths replaced from a day on. Either way the difference is emitted to a {@link org.conductregister.query.statistics.path.PointSink}:
 *
 * <pre>
 *  path before:   PENDING ------------------------------------------->
 *  path after:    PENDING -----------> CLOSED ----------------------->      CaseClosed: appended
 *                                      2012-03-05
 *  points:                             2012-03-05: PENDING -> CLOSED
 *
 *  path before:   PENDING -----------> CLOSED ----------------------->
 *  path after:    PENDING -------------------------> CLOSED --------->      re-dated by a month: replaced
 *                                      2012-03-05    2012-04-05
 *  points:                             2012-03-05: CLOSED  -> PENDING
 *                                      2012-04-05: PENDING -> CLOSED
 * </pre>
 *
 * <p>Records depend on one another: an allegation shows how the person it is against stands, and a case can dismiss a person
 * who is named in other cases. {@code Person.StandingChange} makes such a change in three steps: the old paths of all cases
 * concerned are computed if they are not in memory, then the persons' standing changes, then the paths are computed again and
 * the differences emitted.
 *
 * <p>Records used last are cached; all others are restored from their bytes in
 * {@link org.conductregister.query.statistics.history} when an entry concerns them. Everything here runs on one thread.
 */
@NullMarked
package org.conductregister.query.statistics.path;

import org.jspecify.annotations.NullMarked;
