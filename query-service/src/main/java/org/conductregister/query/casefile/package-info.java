/** Case files: each record with its entries, as at a day, as known at an instant; and its timeline. */
@NullMarked
package org.conductregister.query.casefile;

import org.jspecify.annotations.NullMarked;
