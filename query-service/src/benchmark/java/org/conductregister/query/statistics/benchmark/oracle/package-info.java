/** The register folded the plain way: what the answers must be, and what a database is loaded with. */
@NullMarked
package org.conductregister.query.statistics.benchmark.oracle;

import org.jspecify.annotations.NullMarked;
