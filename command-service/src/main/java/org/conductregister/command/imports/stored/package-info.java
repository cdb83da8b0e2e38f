/**
 * Stores the files of imports: uploads, lists that grow by the line, and small documents.
 *
 * <pre>
 *   StoredFiles ── DirectoryFiles   a directory of one process (SQLite)
 *             └─── DatabaseFiles    StoredFile (name, content, writer), StoredFilePart (content, start, bytes) in PostgreSQL
 * </pre>
 *
 * <p>For example a node is stopped while it runs an import, and another goes on with it: that one opens the list of refusals,
 * which changes its writer, and when the first comes back, its next line is refused with a TakenOverException.
 */
@NullMarked
package org.conductregister.command.imports.stored;

import org.jspecify.annotations.NullMarked;
