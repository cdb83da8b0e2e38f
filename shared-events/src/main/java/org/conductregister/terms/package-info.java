/** The terms of the domain as types, which refuse invalid values at construction. */
@NullMarked
package org.conductregister.terms;

import org.jspecify.annotations.NullMarked;
