/** Keeps the forms of a case from those who may not see it. */
@NullMarked
package org.conductregister.command.sight;

import org.jspecify.annotations.NullMarked;
