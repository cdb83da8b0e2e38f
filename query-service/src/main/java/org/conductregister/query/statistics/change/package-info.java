/**
 * The members that count otherwise at a later instant, and the entries that did it. Points are in order of position, so those that
 * came between two instants are a range of rows; only the members that these rows are of can count otherwise, unless a list by
 * which results are read has changed.
 *
 * <pre>
 *  row  position  version            known at 3: rows 0..1        known at 6: rows 0..3
 *   0      2      A1/KENT            A1 PENDING, A2 PENDING       A1 CLOSED, A2 PENDING
 *   1      3      A2/KENT
 *   2      5      A1/KENT  &lt;- between: A1 is looked at in both, and differs by the entry at position 5
 *   3      6      A2/KENT  &lt;- between: A2 is looked at in both (a note on its stage), and is in the same group
 * </pre>
 *
 * <p>A dismissal in one case that counts in another has a point there, so it is named with the position of its own entry.
 */
@NullMarked
package org.conductregister.query.statistics.change;

import org.jspecify.annotations.NullMarked;
