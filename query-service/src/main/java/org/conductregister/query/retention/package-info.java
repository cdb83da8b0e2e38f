/**
 * Which closed cases are due for the erasure of their personal data, by the schedule that administrators keep.
 *
 * <pre>
 *   RetentionSchedule --&gt; kind, outcome, years --.
 *   StatisticsEngine  --&gt; cases closed so long    |--&gt; DueCases --&gt; list, page --&gt; an administrator decides about each
 *   DataKeys          --&gt; those with a key left --'
 * </pre>
 *
 * <p>For example, complaints without further action are kept for 6 years. One that was closed on 4 March 2012 is due from 4 March
 * 2018, unless it has been reopened since; it is listed until it is erased, held or not.
 */
@NullMarked
package org.conductregister.query.retention;

import org.jspecify.annotations.NullMarked;
