/** Recommendations, decided. */
@NullMarked
package org.conductregister.command.recommendations;

import org.jspecify.annotations.NullMarked;
