/**
 * Counts as at any day, as known at any instant: what can be asked ({@link org.conductregister.query.statistics.Question}),
 * what is answered ({@link org.conductregister.query.statistics.Table} and others), and who answers
 * ({@link org.conductregister.query.statistics.StatisticsEngine}). The rooms below this package are the engine.
 *
 * <pre>
 *  the log, in order of position                         a question: unit, population, groups, asAt, knownAt
 *         |                                                      |
 *         v  entry                                               v
 *   +-----------+  reads, adds   +-----------+            +-------------+
 *   |   path    | -------------> |  history  |            |    plan     |  which tuples, which cells
 *   |  folds,   |                | bytes of  |            +-------------+
 *   |  compares |                | each      |                   |
 *   +-----------+                | record    |                   v
 *         |  points              +-----------+            +-------------+   ready?   +-----------+
 *         v                                               |    scan     | ---------> |  rollup   |
 *   +-----------+  appends to    +-----------+            | what rollups| <--------- | by day,   |
 *   |   index   | -------------> |  column   | <--------- | lack, and   |            | by instant|
 *   | per unit  |                | columns,  |            | members     |            +-----------+
 *   +-----------+                | dictionar.|            +-------------+                  ^
 *         |        and merges into the rollups                                             |
 *         +--------------------------------------------------------------------------------+
 *   dimension: what each unit can be grouped and limited by, read off the folded states
 *   view: one writer, snapshots for any number of readers;  checkpoint: the whole kept in a file
 *   http, pages: the engine over HTTP and in words
 * </pre>
 *
 * <h2>Where to look</h2>
 *
 * <ul>
 *   <li>A late entry becomes points: {@code path}, {@code UnitPath.replaceFrom}.
 *   <li>Known-at is answered: {@code column.InstantIndex} turns an instant into a position, {@code index.PointTable} a
 *       position into a number of rows, and {@code rollup.SumRuns} holds the sums of the rows before it.
 *   <li>A new dimension: one line in {@code dimension.Dimensions}, and its entry in the contract and the definitions.
 *   <li>What a checkpoint holds: {@code view.StatisticsCheckpoint}, in a {@code checkpoint.CheckpointFile}.
 * </ul>
 *
 * <h2>A worked example: a case closed late</h2>
 *
 * Three entries on case C1; {@code WorkedExampleTest} runs them.
 *
 * <pre>
 *  position  recordedAt           occurredOn  fact
 *     1      2020-01-01 00:00:01  2012-01-01  CaseOpened         force=KENT
 *     2      2020-01-01 00:00:02  2012-01-02  AllegationReported allegationId=A1
 *     3      2020-01-01 00:00:03  2012-03-05  CaseClosed         (happened years before it was recorded)
 * </pre>
 *
 * <b>Facts to paths.</b> {@code path} folds the case and reads off the state of each unit at the end of each day. After
 * entry 2 the path of allegation A1 is one step: from 2012-01-02 on it is PENDING. After entry 3 it is two: PENDING from
 * 2012-01-02, CLOSED from 2012-03-05.
 *
 * <p><b>Paths to points.</b> The difference between a path before and after an entry is appended as points. For A1:
 *
 * <pre>
 *  row  position  day         version  transition
 *   0      2      2012-01-02  A1/KENT  (none)  -> PENDING
 *   1      3      2012-03-05  A1/KENT  PENDING -> CLOSED
 * </pre>
 *
 * A version is a member with its fixed dimensions: if entry 4 said that the force was ESSEX, A1 would get a second version,
 * and points would take it out of the first and into the second. Rows are never changed.
 *
 * <p><b>Points to a rollup.</b> The rollup "status" has two groups. Each keeps prefix sums by day, as known now, and
 * sorted runs of sums for any earlier position:
 *
 * <pre>
 *  group    prefix sums, known now            run of rows 0..0 (known at position 2)
 *  PENDING  2012-01-02: 1, 2012-03-05: 0      2012-01-02: 1
 *  CLOSED   2012-03-05: 1
 * </pre>
 *
 * <p><b>A count at two times.</b> Asked for {@code asAt=2012-06-30}: as known now the last prefix sums on or before that day
 * say PENDING 0, CLOSED 1. As known at {@code 2020-01-01T00:00:02Z} the instant is position 2, position 2 is one row, and
 * that row's run says PENDING 1. The same answer can be had again for ever, since no row before it ever changes.
 */
@NullMarked
package org.conductregister.query.statistics;

import org.jspecify.annotations.NullMarked;
