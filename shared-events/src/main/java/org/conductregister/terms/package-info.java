/** The field's terms as types: what cannot be said in police oversight cannot be built here. */
@NullMarked
package org.conductregister.terms;

import org.jspecify.annotations.NullMarked;
