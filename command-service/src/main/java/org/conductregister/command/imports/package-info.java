/**
 * Imports: many entries from a file.
 *
 * <pre>
 *   pages, API --&gt; Imports (one at a time, resumed after a stop) --&gt; EntriesRun, SheetRun --&gt; entries in the log
 *                     |                                                  |
 *                  files: upload, progress, refusals, journal         rows: a file as facts, a batch at a time
 * </pre>
 *
 * <ul>
 *   <li>{@code rows}: the lines of a file as entries, or as the facts that a mapping makes of a sheet's rows
 *   <li>{@code sheet}, {@code days}, {@code profile}, {@code mapping}: sheets as people have them, and the meaning of their columns
 *   <li>{@code files}: all that is kept of an import on disk
 *   <li>{@code run}: judges batches of facts by the rules of entries, and records or checks them
 *   <li>{@code compare}: a sheet beside what earlier sheets of its mapping said
 *   <li>{@code drafts}, {@code pages}: a file chosen on a page, and looked at before anything is recorded
 * </ul>
 *
 * <p>For example a sheet sent with {@code mode=check} is kept by {@code files}; its run asks {@code profile} whether the days of
 * its columns can be read in one way alone, and ends with questions where they cannot; else each row becomes facts, and each fact
 * is judged as {@code POST …/entries} would judge it. Nothing is recorded, and the progress counts what would be.
 */
@NullMarked
package org.conductregister.command.imports;

import org.jspecify.annotations.NullMarked;
