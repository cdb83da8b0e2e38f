/** Administrators keep the users of the standalone edition, and everybody their own password. */
@NullMarked
package org.conductregister.command.users;

import org.jspecify.annotations.NullMarked;
