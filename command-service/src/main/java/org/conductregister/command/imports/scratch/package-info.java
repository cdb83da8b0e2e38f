/**
 * What is remembered of a file while it is judged, on the disk beside it, so that memory does not grow with the file.
 *
 * <pre>
 *   {@link org.conductregister.command.imports.scratch.LongTable}      a hash table of fingerprints: on the heap while it is small, then in a file
 *   {@link org.conductregister.command.imports.scratch.Fingerprints}   of what each of many names was made
 *   {@link org.conductregister.command.imports.scratch.ScratchTexts}   texts by key, in the order added
 * </pre>
 *
 * <p>For example a check keeps {@code {"type": "CaseOpened", …}} under {@code case/K-7}: a row a million rows further down that
 * says something of that case is judged on it.
 */
@NullMarked
package org.conductregister.command.imports.scratch;

import org.jspecify.annotations.NullMarked;
