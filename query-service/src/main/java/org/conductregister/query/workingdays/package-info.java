/**
 * The days on which people work in England and Wales, as known at an instant. Bank holidays come from Jollyday's calendar;
 * {@link org.conductregister.query.workingdays.WorkingDays} adds when special ones were announced, since an answer as known at
 * an earlier instant must stay as it was.
 */
@NullMarked
package org.conductregister.query.workingdays;

import org.jspecify.annotations.NullMarked;
