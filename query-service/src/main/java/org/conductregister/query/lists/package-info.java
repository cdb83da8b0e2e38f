/**
 * The lists beside the log on which answers depend, as known at an instant: which findings are upheld, and which days
 * are worked on.
 */
@NullMarked
package org.conductregister.query.lists;

import org.jspecify.annotations.NullMarked;
