/**
 * The terms of the domain that facts state, as enumerations: a kind of case, a severity, a verdict.
 *
 * <p>Terms that are identifiers, codes, text, or states derived from facts are in packages of their own. All refuse invalid
 * values at construction.
 */
@NullMarked
package org.conductregister.terms;

import org.jspecify.annotations.NullMarked;
