/**
 * Lets large questions in a few at a time, so that whoever logs an entry or opens a case need not wait for them, and their answers have
 * room in memory.
 *
 * <p>For example, a count by four dimensions may have some 40,000 cells, which is large. Half the cores answer such calls, one each: on
 * two cores one at once. A second waits for up to a second, and is then told to try again; the fifth of one user is told so at once.
 */
@NullMarked
package org.conductregister.query.statistics.admission;

import org.jspecify.annotations.NullMarked;
