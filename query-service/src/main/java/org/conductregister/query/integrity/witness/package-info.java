/**
 * Outside witnesses of the log's heads: whoever has seen a head can tell when the log is altered later, also by somebody who has its
 * key.
 *
 * <pre>
 *   LogSealer --a head--&gt; Witnesses (a thread) --&gt; a file that grows, a webhook, a line in the log of the program
 *                                            +--&gt; CosigningWitness (C2SP's tlog-witness): its signature joins the checkpoint
 * </pre>
 *
 * <p>For example a witness is out of reach for an hour: sealing goes on, and it is offered the newest head once it answers.
 */
@NullMarked
package org.conductregister.query.integrity.witness;

import org.jspecify.annotations.NullMarked;
