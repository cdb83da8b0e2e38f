/** Case files: the entries of each record, its state as at a day, as known at an instant, and its timeline. */
@NullMarked
package org.conductregister.query.casefile;

import org.jspecify.annotations.NullMarked;
