/**
 * From entries to points. Each unit has a path: its state at the end of each day. A new entry changes the paths of what it
 * bears on, and the difference is told as points. What is known of a record is kept as bytes; its paths are gone along again
 * when an entry concerns it and it is not held ready.
 */
@NullMarked
package org.conductregister.query.statistics.path;

import org.jspecify.annotations.NullMarked;
