/**
 * The points of each unit in columns, and what they are made of. One writer appends, and rows are never
 * changed, so readers need no lock: they get an {@link org.conductregister.query.statistics.index.IndexSnapshot}, whose views know
 * how many values there were when it was made.
 *
 * <pre>
 *   PointSink (from path)                      writer                       readers
 *         |
 *         v            one for each unit                       snapshot
 *    PointIndex -----------------------> UnitIndex  ------------------------> UnitSnapshot
 *     persons, instants                   members    StringDictionary          .View of each,
 *                                         profiles   TupleDictionary           with its size
 *                                         states     TupleDictionary
 *                                         transitions TransitionDictionary
 *                                         versions   MemberVersions
 *                                         points     PointTable
 *                                         rollups    Rollup, one for each definition
 * </pre>
 *
 * <h2>How a row, a version and a transition hang together</h2>
 *
 * Allegation A1 of case C1, in Kent, is reported on 2 January and closed on 5 March; then a correction says that it was Essex
 * all along. The allegation's tuples of fixed values are profile 0 (Kent) and 1 (Essex), those of changing values state 1 (pending)
 * and 2 (closed); state 0 is "does not exist".
 *
 * <pre>
 *   versions  member   profile    next version  last row        transitions  from  to
 *      0      0 C1/A1  0 (KENT)        1           5                 0         0    1   reported
 *      1      0 C1/A1  1 (ESSEX)       -           4                 1         1    2   closed
 *                                                                    2         1    0   report undone
 *   rows  position  day     version  transition  previous row        3         2    1   closing undone
 *    0       2      2 Jan      0         0           -
 *    1       3      5 Mar      0         1           0
 *    2       4      2 Jan      0         2           1
 *    3       4      2 Jan      1         0           -
 *    4       4      5 Mar      1         1           3
 *    5       4      5 Mar      0         3           2
 * </pre>
 *
 * A row says that from the end of a day on one version leaves a state and enters another. The correction, at position 4, undoes
 * the transitions of version 0 on the days on which they were made, and makes them in version 1. Nothing is rewritten, so the
 * first two rows still answer what was known before position 4, and all six what is known now.
 *
 * <p>The state of a version at a day, as known after the first {@code n} rows, is the sum of {@code to - from} over its
 * transitions among these rows up to that day. Where all rows of the version are among them, it is the version's last state
 * ({@code UnitSnapshot.stateAt}). The last row, day and state of a version, and the zone maps, are changed in place after readers
 * have seen them: {@code MemberVersions.advance} and {@code column.ZoneMap} say what a reader may then see.
 */
@NullMarked
package org.conductregister.query.statistics.index;

import org.jspecify.annotations.NullMarked;
