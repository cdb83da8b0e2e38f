/**
 * The files of all records, as a view of the log: every entry is filed with its record, and every case with the officers
 * named in it. {@link org.conductregister.query.casefile.files.RecordFiles} is the port; it is served by MongoDB and by the
 * file of SQLite that the standalone edition keeps its views in.
 */
@NullMarked
package org.conductregister.query.casefile.files;

import org.jspecify.annotations.NullMarked;
