/**
 * The proof that the log is what it was, by the API and on pages: sealing beside the log, heads, tiles and proofs to check, and what
 * an auditor takes away.
 *
 * <pre>
 *   Sealing (a thread that follows the log) --&gt; LogSealer --&gt; heads --&gt; witness (a file, a webhook, a printed line, cosigners)
 *                                                  +--&gt; IntegrityController, IntegrityPage, SealingPages, SealingHealth
 * </pre>
 *
 * <p>For example an auditor notes the head of Monday. On Friday the page is given that head again: it is signed by the register's key,
 * and a consistency proof shows that Friday's log begins with Monday's, entry by entry.
 */
@NullMarked
package org.conductregister.query.integrity;

import org.jspecify.annotations.NullMarked;
