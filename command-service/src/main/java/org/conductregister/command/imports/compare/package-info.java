/**
 * Compares a sheet that is a whole extract with what earlier sheets of its mapping said, and records what is accepted of the differences.
 *
 * <pre>
 *   earlier sheets --&gt; scratch file by record --+
 *                                              +--&gt; Difference --&gt; judged together --&gt; Proposal: NEW, CORRECTED, RETRACTED, CONFLICT
 *   this sheet ------&gt; scratch file by record --+
 * </pre>
 *
 * <p>For example, where the last sheet said that case K-7 was closed on 3 February and this one says 5 February, a correction of
 * that entry is proposed; where somebody has corrected it by hand meanwhile, it is a conflict and nothing is proposed.
 */
@NullMarked
package org.conductregister.command.imports.compare;

import org.jspecify.annotations.NullMarked;
