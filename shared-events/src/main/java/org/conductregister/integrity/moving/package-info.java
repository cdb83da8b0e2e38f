/**
 * Moves a log: all of it out into one file, and from the file into an empty register, with the same positions, instants, recorders
 * and leaves; so the same heads are true of both.
 *
 * <pre>
 *   LogExport --&gt; log.ndjson.gz: a heading; the entries; the tables beside the log; the heads; a signed digest --&gt; LogImport
 *                                                +--&gt; ExportedLog (to verify it by itself)
 * </pre>
 *
 * <p>For example a log of 3 entries is a file of a heading, 3 lines with entries, lines of tables and heads, and a last line with
 * the digest of all lines before it. Lines never name the database, so a log that went from SQLite to PostgreSQL and back gives
 * the same bytes.
 */
@NullMarked
package org.conductregister.integrity.moving;

import org.jspecify.annotations.NullMarked;
