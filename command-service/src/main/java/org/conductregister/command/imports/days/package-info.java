/**
 * Reads days as people write them, and finds in which order a column writes them.
 *
 * <p>For example {@code 2019/2/3}, {@code 2019-02-03 00:00:00+00}, {@code 3 Feb 2019}, {@code 03-Feb-19} and the workbook's
 * number {@code 43499} are 3 February 2019 whatever the order. {@code 3/2/2019} is so only where the day comes first: a
 * column that has {@code 13/2/2019} as well says that it does, one that has nothing of the kind leaves it open, and then
 * it is asked.
 */
@NullMarked
package org.conductregister.command.imports.days;

import org.jspecify.annotations.NullMarked;
