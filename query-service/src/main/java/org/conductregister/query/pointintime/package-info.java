/** As at a day, as known at an instant: the two times of every read. */
@NullMarked
package org.conductregister.query.pointintime;

import org.jspecify.annotations.NullMarked;
