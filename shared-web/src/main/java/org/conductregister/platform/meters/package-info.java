/**
 * The meters of the log, and how often they are read. Counters and timers stand beside the code that they measure, each in a small class
 * of its own; what would have to be asked of a store is asked here every few seconds, so that a scrape waits for none.
 *
 * <p>Names begin with {@code register_}, say their unit, and have no label that grows with what is recorded. The operations
 * guide lists them.
 */
@NullMarked
package org.conductregister.platform.meters;

import org.jspecify.annotations.NullMarked;
