/** A register of any size with the shape of the real thing, the same for the same seed. */
@NullMarked
package org.conductregister.query.statistics.benchmark.generator;

import org.jspecify.annotations.NullMarked;
