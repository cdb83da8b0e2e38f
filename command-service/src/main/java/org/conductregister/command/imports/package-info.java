/** Imports: logs many entries from a file. */
@NullMarked
package org.conductregister.command.imports;

import org.jspecify.annotations.NullMarked;
