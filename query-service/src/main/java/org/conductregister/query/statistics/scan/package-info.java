/** Passes over the columns: answers to questions that no rollup has ready, and the members of a count. */
@NullMarked
package org.conductregister.query.statistics.scan;

import org.jspecify.annotations.NullMarked;
