/**
 * The table builder: a page on which people put a table together, and read, sort, copy, print, cite and download it.
 *
 * <pre>
 *   the page's address --BuilderQuestion--&gt; a call of the API --TableCalls--&gt; DataTable --BuiltTables--&gt; BuiltTable, in words
 * </pre>
 *
 * <p>For example {@code /statistics/table?show=COUNT&unit=cases&rows=force&columns=status} asks {@code
 * /api/v1/statistics?unit=cases&groupBy=force,status&columns=status&totals=true}, and shows that call. {@code KeptViews} keeps
 * addresses of the page under names, for everybody who may open it.
 */
@NullMarked
package org.conductregister.query.builder;

import org.jspecify.annotations.NullMarked;
