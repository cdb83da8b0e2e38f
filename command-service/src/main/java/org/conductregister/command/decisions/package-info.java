/** Decides whether an entry is recorded: pure functions, without framework or clock. */
@NullMarked
package org.conductregister.command.decisions;

import org.jspecify.annotations.NullMarked;
