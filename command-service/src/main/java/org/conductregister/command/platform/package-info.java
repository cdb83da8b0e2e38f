/** Wiring. */
@NullMarked
package org.conductregister.command.platform;

import org.jspecify.annotations.NullMarked;
