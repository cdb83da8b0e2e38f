/**
 * Tables over HTTP. A controller returns {@code Tabular}: its answer as JSON, and the same as a table. Which one is written is
 * decided by the {@code Accept} header, or by the parameter {@code format}, which {@code RequestedFormat} reads and which makes
 * the answer a file.
 */
@NullMarked
package org.conductregister.query.tabular.http;

import org.jspecify.annotations.NullMarked;
