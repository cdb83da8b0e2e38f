/**
 * Finds cases by their state, by the people in them, and by words; and records of all kinds from one box. What words are in is
 * found in the index, see {@link org.conductregister.query.search.index}.
 */
@NullMarked
package org.conductregister.query.search;

import org.jspecify.annotations.NullMarked;
