/** The pages of counts: the figures of a day over the whole history, what makes up a number, two days side by side. */
@NullMarked
package org.conductregister.query.overview;

import org.jspecify.annotations.NullMarked;
