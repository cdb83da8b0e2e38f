/** What is known of every record, as bytes in memory or in a mapped file. */
@NullMarked
package org.conductregister.query.statistics.history;

import org.jspecify.annotations.NullMarked;
