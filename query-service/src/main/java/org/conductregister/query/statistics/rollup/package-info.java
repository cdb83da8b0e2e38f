/** Counts kept ready for named groupings: by day as known now, and as known at any instant. */
@NullMarked
package org.conductregister.query.statistics.rollup;

import org.jspecify.annotations.NullMarked;
