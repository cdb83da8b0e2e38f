/** The log itself, to be checked by anybody who may read it. */
@NullMarked
package org.conductregister.query.audit;

import org.jspecify.annotations.NullMarked;
