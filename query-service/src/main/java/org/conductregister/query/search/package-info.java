/** Finds cases by what they are, whom they are about and what is written in them. */
@NullMarked
package org.conductregister.query.search;

import org.jspecify.annotations.NullMarked;
