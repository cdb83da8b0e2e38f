/**
 * The profile of a sheet: its values column by column, and the questions that they leave open.
 *
 * <pre>
 *   all rows of a {@link org.conductregister.command.imports.sheet.opening.Sheet} --> {@link
 *   org.conductregister.command.imports.profile.Profile}, the same whatever its columns mean
 *   the profile, what a mapping uses the columns for ({@link
 *   org.conductregister.command.imports.profile.ColumnUse}), what it answers ({@link
 *   org.conductregister.command.imports.profile.Answers}) --> {@link org.conductregister.command.imports.profile.Question}s
 * </pre>
 *
 * <p>For example a column Closed with the values {@code 3/2/2019}, {@code NA} and {@code 4/2/2019} has no order of days that
 * its values tell, and one value that looks like a placeholder. A mapping that uses it for the day of a closing is asked
 * two questions, of its fields {@code days} and {@code blanks}; one that does not use it is asked nothing.
 */
@NullMarked
package org.conductregister.command.imports.profile;

import org.jspecify.annotations.NullMarked;
