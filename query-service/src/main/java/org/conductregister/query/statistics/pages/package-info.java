/**
 * The common parts of several pages with counts: {@code OccurringValues} fills their lists of choices with the values
 * that occur, and {@code LimitsInWords} prints the filters of a question as text.
 */
@NullMarked
package org.conductregister.query.statistics.pages;

import org.jspecify.annotations.NullMarked;
