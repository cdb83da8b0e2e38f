/**
 * From entries to points. Each unit has a path: its state at the end of each day. A new entry changes the paths of what it
 * bears on, and the difference is told as signed points.
 */
@NullMarked
package org.conductregister.query.statistics.paths;

import org.jspecify.annotations.NullMarked;
