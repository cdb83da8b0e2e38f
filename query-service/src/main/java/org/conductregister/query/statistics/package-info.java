/**
 * Counts as at any day, as known at any instant: what can be asked ({@link org.conductregister.query.statistics.Question}),
 * what is answered ({@link org.conductregister.query.statistics.Table} and others), and who answers
 * ({@link org.conductregister.query.statistics.StatisticsEngine} and
 * {@link org.conductregister.query.statistics.MovementEngine}). As at a day ({@code asAt}) counts what had happened by the end
 * of that day; as known at an instant ({@code knownAt}) counts only entries recorded by then. The packages below this one are
 * the engine.
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
 *   duration, flow, ever: how long, what came and went, what has been so: passes over the same rows, with the same plans
 *   dimension: what each unit can be grouped and limited by, read off the folded states
 *   view: one writer, snapshots for any number of readers;  checkpoint: the whole kept in a file
 *   http: questions and answers over HTTP;  tables: answers as tables for files;  pages: what several pages say of questions
 * </pre>
 *
 * <h2>Where to look</h2>
 *
 * <ul>
 *   <li>An entry becomes points: {@code path.CaseRecord.apply}. {@code path.Timeline.isInOrder} decides: an entry dated on or
 *       after its record's latest day appends to paths ({@code UnitPath.append}); an entry out of order, or a correction,
 *       replaces them from a day on ({@code UnitPath.replaceFrom}).
 *   <li>Known-at is answered: {@code index.IndexSnapshot.knownAt} turns an instant into a position (with
 *       {@code column.InstantIndex}), {@code IndexSnapshot.rowsAt} a position into a number of rows, and {@code scan.CountQuery}
 *       counts these rows, with the sums of {@code rollup.SumRuns} where a rollup has them.
 *   <li>A duration is found: {@code duration.MemberMeasure}, from bits of states ({@code dimension.Milestones}). Flows:
 *       {@code flow.FlowQuery}. Populations that had a value at some time: {@code ever.EverMembers}. All three read the same
 *       rows as counts.
 *   <li>A new dimension takes one line in {@code dimension.Dimensions}, a definition, and a value in the tests' oracle: the
 *       steps are on the page of {@code dimension}. Values that are read and not grouped by, such as tags and milestones, are
 *       <em>hidden</em> features there.
 *   <li>A checkpoint holds the rows, the tuples and versions they refer to, the rollups, and each record's history, as of one
 *       position ({@code view.StatisticsCheckpoint}); nothing that can be computed quickly. Its bytes, and how one of another
 *       program or log is recognised, are on the page of {@code checkpoint}.
 * </ul>
 *
 * <h2>A worked example: a case whose closing is recorded years later</h2>
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
 * A version is a member while its fixed dimensions, its person and its days stay the same: if entry 4 corrected the force to
 * ESSEX, A1 would get a second version, and points would take it out of the first and into the second. Rows are never changed.
 *
 * <p><b>Points to a rollup.</b> The rollup "status" has two groups. Each keeps prefix sums by day, as known now, and
 * sorted runs of sums for any earlier position (drawn with one point to a run; they normally have 512):
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
