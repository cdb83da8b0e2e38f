/** The pages of counts: the figures of any day, the members of a count, two days side by side. */
@NullMarked
package org.conductregister.query.overview;

import org.jspecify.annotations.NullMarked;
