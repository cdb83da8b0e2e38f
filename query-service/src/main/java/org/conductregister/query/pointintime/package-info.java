/** The two times of every read: as at a day, as known at an instant. */
@NullMarked
package org.conductregister.query.pointintime;

import org.jspecify.annotations.NullMarked;
