/**
 * The pages of imports: the list, a file before and after it is imported, and the mapping of a sheet built step by step.
 *
 * <pre>
 *   choose a file --&gt; DraftPages --&gt; first rows --------------------------+
 *                         |                                               +--&gt; import --&gt; SheetPages: counts, refusals, proposals
 *                         +--&gt; SheetDraftPages: questions, mapping, rows --+
 * </pre>
 */
@NullMarked
package org.conductregister.command.imports.pages;

import org.jspecify.annotations.NullMarked;
