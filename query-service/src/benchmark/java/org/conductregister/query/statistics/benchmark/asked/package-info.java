/** What is asked in the benchmark, and how answers of different makers are compared. */
@NullMarked
package org.conductregister.query.statistics.benchmark.asked;

import org.jspecify.annotations.NullMarked;
