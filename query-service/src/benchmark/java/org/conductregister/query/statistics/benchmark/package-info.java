/** Measures the statistics beside databases, on one generated register. Run by hand; see docs/benchmarks. */
@NullMarked
package org.conductregister.query.statistics.benchmark;

import org.jspecify.annotations.NullMarked;
