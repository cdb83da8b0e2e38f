/**
 * Keys: personal text is sealed wherever it is kept, and is gone for good once its key is.
 *
 * <pre>
 *   MasterKey (a file, or a key service) wraps --&gt; KeyStore: a key for each record's texts, one for each person's name
 *                                                    |
 *   fact --&gt; SealedFacts: every Confidential field --&gt; {"text":{"$sealed":"r1.…"}} --&gt; log, views, journals of imports
 * </pre>
 *
 * <p>For example a note on case LAN-2012-0007 is sealed with generation 1 of the key {@code case/LAN-2012-0007}; the name of officer
 * LAN-O-17 with that of {@code name/LAN-O-17}. Erasing the case overwrites its key with a tombstone: the note then reads
 * {@code [erased]}, in each copy of the log that there is. A note added afterwards is sealed with generation 2.
 *
 * <p>Words that somebody searched for, which the access log keeps, are sealed by JointSeal with a key derived from that of the day and
 * those of all records that they found: it ends with the first of them.
 */
@NullMarked
package org.conductregister.keys;

import org.jspecify.annotations.NullMarked;
