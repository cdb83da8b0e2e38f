/** Views: how each follows the log, and how an operator sees and repairs them. */
@NullMarked
package org.conductregister.query.projections;

import org.jspecify.annotations.NullMarked;
