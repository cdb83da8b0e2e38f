/**
 * What whoever asks may see of lists and of the log. Single records are limited where their files are read, by
 * {@code casefile.files.VisibleFiles}.
 */
@NullMarked
package org.conductregister.query.sight;

import org.jspecify.annotations.NullMarked;
