/** Logging entries on a record. */
@NullMarked
package org.conductregister.command.entries;

import org.jspecify.annotations.NullMarked;
