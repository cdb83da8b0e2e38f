/**
 * A run over one file: judges its facts, and records or checks them.
 *
 * <pre>
 *   Batch --&gt; ImportRun --&gt; BatchRecorder --&gt; RecordJudge (the ledger of each record) --&gt; log, journal
 *                 |                                |
 *             reads ahead                     refused: RefusalWriter, in the order of the file
 * </pre>
 *
 * <p>A batch is judged record by record with the ledgers that entries are judged with, and recorded in one transaction. What
 * cannot be recorded together ({@code TogetherRecorder}: corrections of one record) is refused as a whole. For example, of a row that
 * opens a case and closes it before it was opened, the opening is recorded and the closing refused.
 */
@NullMarked
package org.conductregister.command.imports.run;

import org.jspecify.annotations.NullMarked;
