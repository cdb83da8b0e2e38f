/** What is asked in the benchmark, and how answers of different makers are compared. */
@NullMarked
package org.conductregister.query.statistics.benchmark.queries;

import org.jspecify.annotations.NullMarked;
