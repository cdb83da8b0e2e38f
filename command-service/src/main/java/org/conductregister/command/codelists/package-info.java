/** The code lists that administrators extend. */
@NullMarked
package org.conductregister.command.codelists;

import org.jspecify.annotations.NullMarked;
