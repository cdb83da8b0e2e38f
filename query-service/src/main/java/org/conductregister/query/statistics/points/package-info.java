/**
 * The points of the statistics as files of Parquet, so that any engine that reads these counts what the register counts, over any
 * number of registers, where one machine is outgrown. Nothing is folded here: {@link
 * org.conductregister.query.statistics.points.PointsExport} writes the rows of a snapshot that a directory does not have yet.
 *
 * <pre>
 *   IndexSnapshot --rows--> UnitPoints --> ParquetTable --> DIR/000000000001-000000000003/allegations.parquet
 *        |                      |                                                        cases.parquet, referrals, responses
 *        |                    Sets       the values in sets, as small tables             tags, traits, repeated, results
 *        |                  lists as known, precedence of officers' values               findings, calendar, precedence
 *        +---------------> PointDigest   tells whether a directory goes on               increment.json
 *                                        PointsStatements                           DIR/sql/*.sql, README.md
 * </pre>
 *
 * <h2>A worked example</h2>
 *
 * The case of the package page of {@code statistics}: opened at position 1, an allegation reported at 2, closed at 3. Each transition of
 * a version makes a row for the values that it leaves and one for those that it takes:
 *
 * <pre>
 *   allegations.parquet
 *   position  recordedAt           occurredOn  delta  member  status   force  …
 *      2      2020-01-01 00:00:02  2012-01-02    1      0     PENDING  KENT
 *      3      2020-01-01 00:00:03  2012-03-05   -1      0     PENDING  KENT
 *      3      2020-01-01 00:00:03  2012-03-05    1      0     CLOSED   KENT
 * </pre>
 *
 * <p>As at 30 June 2012, as known now, the sums of {@code delta} by status are 0 and 1; as known at position 2, PENDING 1.
 *
 * <h2>Increments</h2>
 *
 * A run adds one directory, named by its positions, with the rows of all units after those that are there. It is written as
 * {@code .writing} and renamed in one step ({@code PointsDirectory}), so a reader of {@code *-*} sees all of it or nothing, and a run
 * that was broken off leaves nothing that counts. Members and persons have the numbers that the statistics give them, which
 * are the same whenever the same log is read; the digest of all rows so far is kept and compared, so that the points of another
 * log, or of a program that reads it otherwise, are refused and never mixed.
 *
 * <h2>Parquet</h2>
 *
 * Pages of version 1, dictionaries, the JDK's gzip, days as DATE, instants as microseconds in UTC: what every reader knows. The
 * file writer of parquet-java is used below its Hadoop, which is not on the class path.
 */
@NullMarked
package org.conductregister.query.statistics.points;

import org.jspecify.annotations.NullMarked;
