/**
 * Appends: makes the order of the log, and is Axon's storage engine.
 *
 * <pre>
 *   threads --&gt; GroupCommit (those that wait are committed together) --&gt; Appender: positions, recordedAt, guards --&gt; commit, synced
 *                                                                           +--&gt; Conflict: which entry, which record
 * </pre>
 *
 * <p>For example three threads append at once: one of them commits for all in one transaction, in the order they came; where
 * the second's record was changed meanwhile, it alone is refused and the other two are recorded.
 */
@NullMarked
package org.conductregister.eventstore.engine;

import org.jspecify.annotations.NullMarked;
