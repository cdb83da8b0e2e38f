/** Who is calling, and what they may call. */
@NullMarked
package org.conductregister.web.access;

import org.jspecify.annotations.NullMarked;
