/**
 * Proves that the log is what it was: a leaf for each entry, in the order of the log, in the tree of a transparency log whose
 * heads are signed.
 *
 * <pre>
 *   RowSource (rows as they lie) --EntryLeaf--&gt; LogTree (hashes in files) --LogSealer--&gt; CheckpointFile (signed heads) --&gt; Witness
 *        +--------------------------------------&gt; LogVerification (rows, hashes, heads) --&gt; Verdict
 * </pre>
 *
 * <p>For example the entry at position 7 is leaf 6. Somebody changes a letter of it in the database: its leaf has another hash
 * than the one in the file, which belongs to the signed head, so the entry is named. Where they change the file too, the log
 * no longer has the signed root, and the heads say between which positions. Where they change the heads and have the key,
 * whoever noted a head elsewhere can tell.
 */
@NullMarked
package org.conductregister.integrity;

import org.jspecify.annotations.NullMarked;
