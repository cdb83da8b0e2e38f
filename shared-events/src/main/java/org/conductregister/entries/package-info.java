/** What is logged on a record: facts with their identity, in order of the day, with corrections applied. */
@NullMarked
package org.conductregister.entries;

import org.jspecify.annotations.NullMarked;
