/** The pages of a case, an officer and a recommendation: their state, and the timeline in words, the latest first. */
@NullMarked
package org.conductregister.query.casefile.pages;

import org.jspecify.annotations.NullMarked;
