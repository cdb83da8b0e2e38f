/** The state of a case: the fold of its facts, track by track. */
@NullMarked
package org.conductregister.cases;

import org.jspecify.annotations.NullMarked;
