/** The states that folds derive from facts: of a case, an allegation, a referral, a person, a response. */
@NullMarked
package org.conductregister.terms.states;

import org.jspecify.annotations.NullMarked;
