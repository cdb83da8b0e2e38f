/** The statistics as one view of the log: written by one thread, answered from snapshots, kept in a checkpoint. */
@NullMarked
package org.conductregister.query.statistics.view;

import org.jspecify.annotations.NullMarked;
