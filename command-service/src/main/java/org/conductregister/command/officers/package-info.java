/** Officers, decided. */
@NullMarked
package org.conductregister.command.officers;

import org.jspecify.annotations.NullMarked;
