/**
 * Populations that are limited to what has been so at the end of some day: {@code EverMembers} finds the members, {@code Stays} for
 * how many days each had a value.
 *
 * <p>For example, proceedings against allegation A1 are listed on day 10, and withdrawn on day 30. A correction, recorded later,
 * says that they were listed on day 12. Of PROCEEDINGS_LISTED, A1 began to have it on days 10 and 12, and ceased to on days 10 (the
 * correction) and 30: {@code 10 + 30 - 10 - 12 = 18} days. Had the correction retracted the listing, the sum would be 0, as of all
 * that never had it. While they are listed still, the sum is less than 0.
 */
@NullMarked
package org.conductregister.query.statistics.ever;

import org.jspecify.annotations.NullMarked;
