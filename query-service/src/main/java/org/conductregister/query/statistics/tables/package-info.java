/**
 * Answers about counts as tables for people and files. {@code StatisticsTables} makes the heading, in words, and the columns;
 * {@code KnownValues} says which values a dimension has, so that groups that nothing is in can be shown.
 *
 * <pre>
 *   a question and its answer --StatisticsTables--&gt; DataTable (of query.tabular) --&gt; CSV, XLSX, ODS, pages
 * </pre>
 *
 * <p>For example {@code unit=cases&groupBy=force&asAt=2018-06-02} is headed "Cases by force. Population: everything. As at 2
 * June 2018, as known at 9 June 2018 at 09:30. Definitions 2026-2.", with the columns Force and Count.
 */
@NullMarked
package org.conductregister.query.statistics.tables;

import org.jspecify.annotations.NullMarked;
