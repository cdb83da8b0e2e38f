/** A question made ready to be answered: predicates over tuples, groups, cells, and a cache of what was worked out before. */
@NullMarked
package org.conductregister.query.statistics.plan;

import org.jspecify.annotations.NullMarked;
