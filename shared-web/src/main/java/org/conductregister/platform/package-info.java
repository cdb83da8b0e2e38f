/** The wiring that both services need. */
@NullMarked
package org.conductregister.platform;

import org.jspecify.annotations.NullMarked;
