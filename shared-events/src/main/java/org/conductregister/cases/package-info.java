/** What a case's facts add up to: its tracks. */
@NullMarked
package org.conductregister.cases;

import org.jspecify.annotations.NullMarked;
