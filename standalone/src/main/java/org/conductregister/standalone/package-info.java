/** The standalone edition: the whole register in one process, on embedded stores. */
@NullMarked
package org.conductregister.standalone;

import org.jspecify.annotations.NullMarked;
