/** Points in columns, and the answers that passing over them gives. Appended to only, so readers need no lock. */
@NullMarked
package org.conductregister.query.statistics.index;

import org.jspecify.annotations.NullMarked;
