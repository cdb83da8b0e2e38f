/** Times, memory and what is printed of them. */
@NullMarked
package org.conductregister.query.statistics.benchmark.measured;

import org.jspecify.annotations.NullMarked;
