/**
 * Reports an allegation in steps, one question a page; the service keeps nothing between them.
 *
 * <p>For example the step {@code OFFICER} asks against whom the allegation is, and carries along what was answered before; the step
 * {@code CHECK} shows all answers, and logs them as entries.
 */
@NullMarked
package org.conductregister.command.forms.report;

import org.jspecify.annotations.NullMarked;
