/**
 * The rows of an import as facts.
 *
 * <pre>
 *   NDJSON, CSV --&gt; EntryTrees --&gt; RowReader -------+
 *                                                   +--&gt; Batch of Row: Read, or Refused with a code and a sentence
 *   sheet --&gt; RowMapper (mapping) --&gt; SheetBatches -+
 * </pre>
 *
 * <p>For example the line {@code CaseClosed,K-7,2019-02-03} below the header {@code type,caseId,occurredOn} is read as the closing of
 * case K-7; with the day {@code 2019-02-31} it is refused with the code and the sentence that the API would answer. A row that cannot
 * be read never hides those below it.
 */
@NullMarked
package org.conductregister.command.imports.rows;

import org.jspecify.annotations.NullMarked;
