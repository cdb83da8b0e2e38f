/**
 * The lists of days and numbers that administrators keep beside the code lists: how many people forces employ, and bank holidays.
 * Each change is recorded with its instant, in one order with the log's entries, and read as known at any instant. The command
 * side appends to them; everybody may read them.
 */
@NullMarked
package org.conductregister.platform.datedlists;

import org.jspecify.annotations.NullMarked;
