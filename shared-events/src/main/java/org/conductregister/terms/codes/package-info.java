/** Codes from lists that administrators extend, such as forces and categories, and free tags. */
@NullMarked
package org.conductregister.terms.codes;

import org.jspecify.annotations.NullMarked;
