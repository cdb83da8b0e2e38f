/**
 * Opens a file as a sheet: which of its sheets is meant, and which line names the columns.
 *
 * <pre>
 *   file --&gt; SheetFiles (by the first bytes) --&gt; SheetOpener --&gt; Opened: Known(Sheet), WhichSheet or WhichHeader
 *                                                   |
 *                                              HeaderFinder: the first row as wide as the widest, all of it text
 * </pre>
 *
 * <p>For example a workbook with the sheets {@code Cases} and {@code Notes} is {@code WhichSheet}, until a {@code SheetChoice}
 * names one or only one of them has the columns of the mapping.
 */
@NullMarked
package org.conductregister.command.imports.sheet.opening;

import org.jspecify.annotations.NullMarked;
