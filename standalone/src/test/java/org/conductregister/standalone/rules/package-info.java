/** Tests of the code itself: what may depend on what, how it is laid out, and how it is written. */
@NullMarked
package org.conductregister.standalone.rules;

import org.jspecify.annotations.NullMarked;
