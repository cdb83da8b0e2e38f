/**
 * The files that are kept of an import, and what they say about it.
 *
 * <p>A directory for each import holds its upload, how it was sent ({@code Upload}), how far it is ({@code ImportProgress}), its
 * refusals a line each, the journal of what it recorded, and of a comparison the proposals. Each is written so that a stop at any
 * moment leaves the one before or the one after: an import that was broken off is resumed from its files alone.
 *
 * <p>For example the journal's line {@code case/K-7 0f3c…} says that the import recorded that entry on case K-7; undoing the
 * import reads these lines and retracts what still stands.
 */
@NullMarked
package org.conductregister.command.imports.files;

import org.jspecify.annotations.NullMarked;
