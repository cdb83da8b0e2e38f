/** The state that a recommendation's facts add up to: who answered, and how far they are. */
@NullMarked
package org.conductregister.recommendations;

import org.jspecify.annotations.NullMarked;
