/** What happened, as it was stated: the events. Sentences in the past tense, complete, never changed. */
@NullMarked
package org.conductregister.facts;

import org.jspecify.annotations.NullMarked;
