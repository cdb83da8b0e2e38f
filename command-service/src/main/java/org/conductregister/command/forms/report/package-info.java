/** Reporting an allegation step by step: in a case that is there, found by its number or reference, or in a new one. */
@NullMarked
package org.conductregister.command.forms.report;

import org.jspecify.annotations.NullMarked;
