/**
 * The event log, read: entries in the order in which they were recorded.
 *
 * <pre>
 *   engine (appends, behind Axon) --&gt; database (SQLite or PostgreSQL) --&gt; EventLog --&gt; views, answers, exports
 *               stored: the form of an event in a row
 * </pre>
 *
 * <p>Positions are 1, 2, 3 … without a gap, {@code recordedAt} rises strictly from one append to the next, and both
 * become visible in that order to every reader. Damage ends a read with an exception, never with a shorter answer. Nothing else in
 * shared-events knows Axon.
 */
@NullMarked
package org.conductregister.eventstore;

import org.jspecify.annotations.NullMarked;
