/** What an officer's facts add up to: how they serve. */
@NullMarked
package org.conductregister.officers;

import org.jspecify.annotations.NullMarked;
