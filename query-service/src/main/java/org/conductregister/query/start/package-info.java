/** The page that says what is running. */
@NullMarked
package org.conductregister.query.start;

import org.jspecify.annotations.NullMarked;
