/**
 * Drafts: files that somebody has chosen on a page, and not yet said to go on with.
 *
 * <p>A draft is kept on this node until its sender imports or drops it. {@code FilePreview} tells what kind of file it is, {@code
 * Sample} the first rows as an import would read them, {@code Guess} which field a column's name suggests: {@code Case ref} is
 * taken for {@code caseId} until somebody says otherwise.
 */
@NullMarked
package org.conductregister.command.imports.drafts;

import org.jspecify.annotations.NullMarked;
