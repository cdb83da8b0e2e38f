/** The command with which whoever has the machine replaces the master key of a register that does not run. */
@NullMarked
package org.conductregister.standalone.keys;

import org.jspecify.annotations.NullMarked;
