/**
 * Which cells of a table are hidden: the small ones, and others, so that nothing is worked out from margins.
 *
 * <p>{@link org.conductregister.query.disclosure.hiding.SecondarySuppression} is the hypercube method: a small cell is one corner of
 * a box whose other corners differ from it in the first dimension, the second, or both, and so on; a margin is a place in its
 * dimension like any other. Adding to one corner what is taken from the next keeps every margin, so with all corners hidden none
 * of them can be told.
 *
 * <pre>
 *          2012  2013  total            2012  2013  total
 *  KENT       3     8     11     KENT    [c]   [c]     11     3 and 8 may as well be 2 and 9,
 *  ESSEX     12     7     19     ESSEX   [c]   [c]     19     then 12 and 7 are 13 and 6
 *  total     15    15     30     total    15    15     30
 * </pre>
 */
@NullMarked
package org.conductregister.query.disclosure.hiding;

import org.jspecify.annotations.NullMarked;
