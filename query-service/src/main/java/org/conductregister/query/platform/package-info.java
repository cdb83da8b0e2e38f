/** Wiring of the query service, and nothing else. */
@NullMarked
package org.conductregister.query.platform;

import org.jspecify.annotations.NullMarked;
