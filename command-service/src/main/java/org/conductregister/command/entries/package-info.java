/** Logs entries on records. */
@NullMarked
package org.conductregister.command.entries;

import org.jspecify.annotations.NullMarked;
