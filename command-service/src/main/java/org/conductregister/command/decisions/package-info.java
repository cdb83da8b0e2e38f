/** What is decided on an entry, and how: pure, without framework or clock. */
@NullMarked
package org.conductregister.command.decisions;

import org.jspecify.annotations.NullMarked;
