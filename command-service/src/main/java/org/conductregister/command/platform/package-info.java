/** Wiring of the command service, and nothing else. */
@NullMarked
package org.conductregister.command.platform;

import org.jspecify.annotations.NullMarked;
