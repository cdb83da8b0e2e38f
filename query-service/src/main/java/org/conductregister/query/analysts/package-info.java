/**
 * Limits what analysts, who may see no person, can find out by counting: tables that are too fine are refused with the reason and
 * what would do, and where {@code register.analysts=protected} small counts are told as "fewer than 5".
 *
 * <p>An example: {@code groupBy=force,category,workforce,stage,outcome} has five dimensions, of which an analyst's table may have
 * four; the answer is 403 {@code TABLE_TOO_FINE}. Whoever is a handler or an auditor as well sees the cases anyway, and is not
 * limited. Tables that leave the register are another matter: {@code query.disclosure}.
 */
@NullMarked
package org.conductregister.query.analysts;

import org.jspecify.annotations.NullMarked;
