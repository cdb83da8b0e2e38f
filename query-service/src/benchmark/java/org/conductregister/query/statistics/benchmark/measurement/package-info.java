/** Times, memory and what is printed of them. */
@NullMarked
package org.conductregister.query.statistics.benchmark.measurement;

import org.jspecify.annotations.NullMarked;
