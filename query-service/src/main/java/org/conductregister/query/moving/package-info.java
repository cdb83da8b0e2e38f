/** Moving house: the whole log into a file of the server, and from one into an empty register. */
@NullMarked
package org.conductregister.query.moving;

import org.jspecify.annotations.NullMarked;
