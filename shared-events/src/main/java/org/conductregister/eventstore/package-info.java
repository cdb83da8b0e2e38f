/**
 * The event store: Axon's storage and serialisation, under the register's own stored names and its own order.
 *
 * <p>Positions are 1, 2, 3 … without a gap, {@code recordedAt} rises strictly from one append to the next, and both
 * become visible in that order to every reader. Nothing else in shared-events knows Axon.
 */
@NullMarked
package org.conductregister.eventstore;

import org.jspecify.annotations.NullMarked;
