/** The views, how they follow the log, and how far they are. */
@NullMarked
package org.conductregister.query.projections;

import org.jspecify.annotations.NullMarked;
