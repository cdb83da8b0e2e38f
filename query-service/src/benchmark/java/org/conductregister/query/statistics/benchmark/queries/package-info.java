/** The questions of the benchmark, and the comparison of answers of different makers. */
@NullMarked
package org.conductregister.query.statistics.benchmark.queries;

import org.jspecify.annotations.NullMarked;
