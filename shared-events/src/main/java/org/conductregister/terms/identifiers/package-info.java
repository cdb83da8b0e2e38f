/** The identifiers of records, of allegations and of cases elsewhere, as their callers give them. */
@NullMarked
package org.conductregister.terms.identifiers;

import org.jspecify.annotations.NullMarked;
