/** The worklist: cases and answers to recommendations that wait for somebody. */
@NullMarked
package org.conductregister.query.worklist;

import org.jspecify.annotations.NullMarked;
