/**
 * The statistics as a view of the log: one writer, snapshots for any number of readers, a checkpoint.
 *
 * <pre>
 *   log --apply--> RegisterFold --points--> PointIndex          the writer's, in one thread
 *                                              |
 *                  commit(position) ---------> | snapshot
 *                                              v
 *                  Published:  IndexSnapshot + PlansByFindings   volatile; immutable, but for caches
 *                               |                 |
 *            as a list said       as stored
 *            (Published.Read)            StatisticsCheckpoint --> CheckpointFile
 *                   |                    in a thread of its own
 *            count, series, members
 *            in the readers' threads
 * </pre>
 *
 * <h2>An example</h2>
 *
 * <ol>
 *   <li>Entries 1 to 3 are applied. Their points are in the index, and readers do not see them: a count says position 0.
 *   <li>{@code commit(3)} makes a snapshot of the rows up to position 3 and publishes it with one volatile write. A reader that
 *       asks from now on reads this field once, and is answered from the same snapshot to the end, whatever is applied
 *       meanwhile. Then points may be merged into the rollups, and a snapshot that has them merged is published: the answers
 *       are the same, and faster.
 *   <li>That reader asks about results, so the list of findings is asked what it said at the instant of the question. The snapshot
 *       read by that list is made for the first such question after a commit, and is there for the next one: a question costs a
 *       comparison of two sets.
 *   <li>{@code keep()} takes the snapshot, the histories of the register and the last entry, which is at position 3 too, and
 *       writes them in another thread. Entries 4 and 5 are applied in the meantime; they are not in the checkpoint. Had 4 been
 *       applied before, but not committed, there would be no checkpoint now.
 *   <li>The process starts again. {@code readCheckpoint} finds entry 3 in the log, loads, publishes position 3, and the log is
 *       read from entry 4 on. A checkpoint of another log, of another version or with a damaged byte is set aside, and all
 *       entries are read.
 *   <li>A rebuild makes another view beside this one, compares their answers ({@code ViewComparison}), and {@code become}
 *       publishes the other's snapshot and its plans in one write, since plans remember the numbers of one index.
 * </ol>
 */
@NullMarked
package org.conductregister.query.statistics.view;

import org.jspecify.annotations.NullMarked;
