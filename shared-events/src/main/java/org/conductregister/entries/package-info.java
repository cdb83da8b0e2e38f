/** Entries: facts with their identity on a record, in order of the day, with corrections applied. */
@NullMarked
package org.conductregister.entries;

import org.jspecify.annotations.NullMarked;
