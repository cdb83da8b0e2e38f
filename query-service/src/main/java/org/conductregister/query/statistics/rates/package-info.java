/**
 * Rates of counts per 1,000 people whom forces employ. A {@link org.conductregister.query.statistics.rates.Rates} is made for one
 * question, of the headcounts known at its instant, and adds {@code headcount} and {@code rate} to the groups of the answer: 12 cases of a
 * force with 3,000 officers and 1,000 staff have the headcount 4000 and the rate 3.0.
 */
@NullMarked
package org.conductregister.query.statistics.rates;

import org.jspecify.annotations.NullMarked;
