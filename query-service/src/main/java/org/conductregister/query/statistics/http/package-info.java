/** Counts over HTTP. */
@NullMarked
package org.conductregister.query.statistics.http;

import org.jspecify.annotations.NullMarked;
