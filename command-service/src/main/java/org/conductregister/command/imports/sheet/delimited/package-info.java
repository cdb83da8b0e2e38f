/**
 * Delimited text: CSV with a comma, a semicolon, a tab or a bar, in any of the usual encodings.
 *
 * <pre>
 *   bytes --&gt; TextEncoding --&gt; Lines --&gt; CsvQuotes (a row may span lines) --&gt; DelimitedRows
 * </pre>
 *
 * <p>For example a file that begins with {@code sep=;} is split at semicolons; the cell {@code 5" nail} keeps its quote, because
 * only a quote at the beginning of a cell opens one.
 */
@NullMarked
package org.conductregister.command.imports.sheet.delimited;

import org.jspecify.annotations.NullMarked;
