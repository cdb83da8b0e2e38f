/** Operations: how the views do, by the API and on pages, and what an administrator can have them do. */
@NullMarked
package org.conductregister.query.operations;

import org.jspecify.annotations.NullMarked;
