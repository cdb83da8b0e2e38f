/** Finds cases by their state, by the people in them, and by words. */
@NullMarked
package org.conductregister.query.search;

import org.jspecify.annotations.NullMarked;
