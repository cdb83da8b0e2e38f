/** Counts as at any day, as known at any instant: what can be asked, and who answers. */
@NullMarked
package org.conductregister.query.statistics;

import org.jspecify.annotations.NullMarked;
