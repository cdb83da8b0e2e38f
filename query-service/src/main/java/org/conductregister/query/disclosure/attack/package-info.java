/**
 * Works out what somebody can conclude from published tables, and whether that is too much.
 *
 * <p>{@link org.conductregister.query.disclosure.attack.Knowledge} is a system over whole numbers: the unknowns are the sizes of
 * groups that no table tells apart, each published cell is a statement about a sum of them, and each small count is a secret.
 * {@link org.conductregister.query.disclosure.attack.SafetyCheck} looks, with ojAlgo's linear and integer solvers, for other
 * populations that would have been published alike. A secret is safe once enough of its values have been found in such
 * populations; each is checked against all statements in whole numbers, so that a fault of the solver can refuse a table, and
 * never release one.
 *
 * <pre>
 *          2012  2013  total
 *  KENT     [c]   [c]      9      unknowns a (2012) and b (2013), statements 1 &lt;= a &lt;= 4, 1 &lt;= b, a + b = 9
 *  secret a, truly 3:             found with (a, b) = (4, 5), (3, 6), (2, 7): three values, safe
 * </pre>
 */
@NullMarked
package org.conductregister.query.disclosure.attack;

import org.jspecify.annotations.NullMarked;
