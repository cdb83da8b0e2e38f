/**
 * Dead letters of the views whose every commit is durable. A dead letter is the position of its entry: the entry itself is
 * read from the log.
 */
@NullMarked
package org.conductregister.query.projections.deadletters;

import org.jspecify.annotations.NullMarked;
