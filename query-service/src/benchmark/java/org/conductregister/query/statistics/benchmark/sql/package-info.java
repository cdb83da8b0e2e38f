/** The same questions put to databases. */
@NullMarked
package org.conductregister.query.statistics.benchmark.sql;

import org.jspecify.annotations.NullMarked;
