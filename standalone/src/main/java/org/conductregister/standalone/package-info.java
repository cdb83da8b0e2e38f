/** The register in one process, on stores of its own: what people try first. */
@NullMarked
package org.conductregister.standalone;

import org.jspecify.annotations.NullMarked;
