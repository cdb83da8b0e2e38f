/**
 * Rows of cells: the form in which every sheet is read, CSV or workbook, in memory that does not grow with the file.
 *
 * <pre>
 *   file --&gt; opening.SheetFiles    which format? refused in words where none
 *        --&gt; delimited, workbook   the rows of one format
 *        --&gt; opening.Sheet         which sheet, which line names the columns? its rows as often as wanted
 * </pre>
 *
 * <p>For example a file of the lines {@code Complaints register,,}, {@code Case,Received,Status} and {@code
 * M12-1,03/02/2019,Open} is a sheet with its header in line 2, the columns Case, Received and Status, and one row, in line
 * 3. Had it two lines that may be the header, the answer would be {@code WhichHeader}, and whoever sent it chooses.
 *
 * <p>Nothing of a file is trusted: cells, columns, rows and expanded bytes are limited ({@link
 * org.conductregister.command.imports.sheet.Limits}), no formula is evaluated, and no entity of XML is followed.
 */
@NullMarked
package org.conductregister.command.imports.sheet;

import org.jspecify.annotations.NullMarked;
