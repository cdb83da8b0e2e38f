/**
 * The file that the statistics are saved to, so that a start reads it and then only what was logged since, and not the whole log.
 *
 * <pre>
 *   magic    "conduct-register statistics", as a string
 *   heading  form         string: the version of the layout, and the features and rollups of each unit
 *            position     long: of the last entry covered
 *            recordedAt   long, int: when it was recorded, in seconds and nanoseconds
 *            entryId      string: its identifier
 *   body     index        persons, instants; for each unit: how many points are merged, dictionaries of members, profiles,
 *                         states and transitions, versions of members, points, rollups
 *            register     the position again; records, types of facts and their fields, values of fields, the latest node of each
 *                         record, nodes of histories
 *   CRC-32C  long, big-endian, of all before it
 * </pre>
 *
 * All other numbers are little-endian. A string is its length in bytes, an int, and its UTF-8. An array is its elements; how
 * many there are was written before. What can be computed quickly is not saved: hash tables, samples, zone maps, pending points
 * and the open runs of rollups are built after the load, some of them
 * {@linkplain org.conductregister.query.statistics.checkpoint.LoadStream#inBackground in the background}.
 *
 * <h2>How a checkpoint is recognised</h2>
 *
 * <ol>
 *   <li>Its checksum is verified before anything is read from it, so that a damaged file is never loaded.
 *   <li>The magic string says that it is a checkpoint of the statistics.
 *   <li>The form must be that of the program: after a change of layout, features or rollups it is another.
 *   <li>The log must have an entry of the heading's identifier at its position: otherwise it is another log, or one that was
 *       restored from an older backup.
 *   <li>The types of facts, and their fields, must be those of the program ({@code history.FactCodec}).
 * </ol>
 *
 * A file that fails any of these is renamed with the suffix {@code .set-aside}, and the statistics are rebuilt from the log.
 *
 * <h2>A worked example</h2>
 *
 * The first bytes of a checkpoint whose last entry is at position 3. Its form is shortened to one character here:
 *
 * <pre>
 *   1B 00 00 00  63 6F 6E 64 75 63 74 2D ... 73   magic: 27 bytes, "conduct-register statistics"
 *   01 00 00 00  39                               form: 1 byte, "9"
 *   03 00 00 00 00 00 00 00                       position: 3
 *   00 E1 0B 5E 00 00 00 00  00 00 00 00          recordedAt: 1,577,836,800 s and 0 ns, which is 2020-01-01T00:00:00Z
 * </pre>
 *
 * {@link org.conductregister.query.statistics.checkpoint.SaveStream} writes and
 * {@link org.conductregister.query.statistics.checkpoint.LoadStream} reads. Saving works on views, so it runs beside the writer.
 */
@NullMarked
package org.conductregister.query.statistics.checkpoint;

import org.jspecify.annotations.NullMarked;
