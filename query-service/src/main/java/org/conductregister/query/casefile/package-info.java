/**
 * Case files: the entries of each record, folded to its state as at a day, as known at an instant.
 *
 * <pre>
 *   files (documents kept by record) --&gt; FilesAt --&gt; states of many records: lists, worklist, audit
 *                                           +-----&gt; answers (one record) --&gt; http, pages
 * </pre>
 */
@NullMarked
package org.conductregister.query.casefile;

import org.jspecify.annotations.NullMarked;
