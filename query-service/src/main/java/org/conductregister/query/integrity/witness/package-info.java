/**
 * Outside witnesses of the log's heads: whoever has seen a head can tell when the log is altered later, also by somebody who has its
 * key.
 *
 * <pre>
 *   LogSealer --a head--&gt; Witnesses --&gt; Presenter, a thread for each --&gt; FileWitness, PrintedWitness
 *                                                              +--WitnessCalls (HTTP)--&gt; WebhookWitness
 *                                                              +--WitnessCalls---------&gt; CosigningWitness (C2SP's tlog-witness)
 *   LogSealer &lt;--its signature, which joins the checkpoint-------------------------------------+
 * </pre>
 *
 * <p>For example a witness is out of reach for an hour: sealing goes on, the others see each head, the auditors' page says why this
 * one does not, and it is offered the newest head once it answers. Nothing that a witness answers is believed unchecked, and none
 * can hold up the sealing.
 */
@NullMarked
package org.conductregister.query.integrity.witness;

import org.jspecify.annotations.NullMarked;
