/** The facts, which are the events: past tense, complete, never changed. */
@NullMarked
package org.conductregister.facts;

import org.jspecify.annotations.NullMarked;
