/** What there is to do: cases and answers that wait for somebody. */
@NullMarked
package org.conductregister.query.worklist;

import org.jspecify.annotations.NullMarked;
