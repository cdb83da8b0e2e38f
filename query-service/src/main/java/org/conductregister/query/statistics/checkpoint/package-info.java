/** How what the statistics hold is written to a file and read back. */
@NullMarked
package org.conductregister.query.statistics.checkpoint;

import org.jspecify.annotations.NullMarked;
