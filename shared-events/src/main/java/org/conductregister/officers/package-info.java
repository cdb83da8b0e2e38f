/** The state of an officer: the fold of their facts, and their employment. */
@NullMarked
package org.conductregister.officers;

import org.jspecify.annotations.NullMarked;
