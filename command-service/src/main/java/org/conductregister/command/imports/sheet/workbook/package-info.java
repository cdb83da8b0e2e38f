/**
 * Workbooks: Excel's Office Open XML and OpenDocument, read as streams in constant memory.
 *
 * <pre>
 *   ZipParts (limits on what is expanded) --&gt; XmlPart (no document type, no entities) --&gt; ExcelRows, OpenDocumentRows
 *                                                                                             |
 *                                                                      RowBuilder (limits on cells and rows) --&gt; SheetRow
 * </pre>
 *
 * <p>For example a cell {@code <c t="s"><v>3</v></c>} holds the fourth of the {@code SharedStrings}; a number whose format is
 * one of days is read as that day.
 */
@NullMarked
package org.conductregister.command.imports.sheet.workbook;

import org.jspecify.annotations.NullMarked;
